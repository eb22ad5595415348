#include "indexer/convert/docx/styles.h"

#include <array>

namespace undex {
namespace {

// Longer chains are loops: Word itself stops far earlier.
constexpr int kMostAncestors = 32;

struct NamedLevel {
  std::string_view name;
  int level;
};

// Names without blanks and strokes, in small letters. The templates of UN document processing:
// "_ H __M", "_ H _Ch", "_ H_1", "_ H_2/3"; their mastheads are made of headings (Session is based
// on H_2/3) which head nothing.
constexpr std::array<NamedLevel, 24> kNames{{{"hm", 0},
                                             {"hch", 0},
                                             {"titlem", 0},
                                             {"titlehm", 0},
                                             {"titlehch", 0},
                                             {"h1", 0},
                                             {"titleh1", 0},
                                             {"h23", 1},
                                             {"titleh23", 1},
                                             {"h4", 3},
                                             {"h56", 4},
                                             {"hchg", 0},
                                             {"h1g", 1},
                                             {"h23g", 2},
                                             {"h4g", 3},
                                             {"session", -1},
                                             {"agenda", -1},
                                             {"agendaitem", -1},
                                             {"agendaitemnormal", -1},
                                             {"agendatitleh2", -1},
                                             {"agendaitemtitle", -1},
                                             {"distribution", -1},
                                             {"publication", -1},
                                             {"publicationtitle", -1}}};

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c + 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
  }
  return plain;
}

DocxStyle read_style(XmlNode node) {
  DocxStyle style;
  style.name = node.child("name").attribute("val");
  style.based_on = node.child("basedOn").attribute("val");
  style.paragraph = read_paragraph_properties(node.child("pPr"));
  style.run = read_run_properties(node.child("rPr"));
  style.paragraph.style = node.attribute("styleId");
  return style;
}

}  // namespace

DocxStyles::DocxStyles(XmlNode root) {
  const XmlNode defaults = root.child("docDefaults");
  DocxStyle base;
  base.paragraph = read_paragraph_properties(defaults.child("pPrDefault").child("pPr"));
  base.run = read_run_properties(defaults.child("rPrDefault").child("rPr"));
  std::unordered_map<std::string, DocxStyle> own;
  std::string default_id;
  std::unordered_map<std::string, bool> character;
  for (const XmlNode node : root.children()) {
    if (node.name() != "style") continue;
    const std::string id = node.attribute("styleId");
    const std::string type = node.attribute("type");
    const std::string is_default = node.attribute("default");
    if (type == "paragraph" && (is_default == "1" || is_default == "true")) default_id = id;
    character[id] = type == "character";
    own[id] = read_style(node);
  }
  for (const auto& [id, style] : own) {
    DocxStyle whole = style;
    std::string ancestor = style.based_on;
    for (int i = 0; i < kMostAncestors && !ancestor.empty(); ++i) {
      const auto found = own.find(ancestor);
      if (found == own.end()) break;
      inherit(whole.paragraph, found->second.paragraph);
      inherit(whole.run, found->second.run);
      ancestor = found->second.based_on;
    }
    if (!character[id]) {
      inherit(whole.paragraph, base.paragraph);
      inherit(whole.run, base.run);
    }
    styles_[id] = std::move(whole);
  }
  const auto found = styles_.find(default_id);
  default_ = found == styles_.end() ? base : found->second;
}

const DocxStyle& DocxStyles::paragraph_style(const std::string& id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? default_ : found->second;
}

const RunProperties& DocxStyles::run_style(const std::string& id) const {
  const auto found = styles_.find(id);
  return id.empty() || found == styles_.end() ? no_run_ : found->second.run;
}

int DocxStyles::list_of(const std::string& id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? 0 : found->second.paragraph.list.value_or(0);
}

int heading_level(const ParagraphProperties& paragraph, const DocxStyle& style) {
  const std::string name = plain_name(style.name);
  int named = -2;
  for (const NamedLevel& row : kNames) {
    if (row.name == name) named = row.level;
  }
  if (name.size() == 8 && name.starts_with("heading")) named = name[7] - '1';
  if (name == "title") named = 0;
  if (named == -1) return -1;
  const std::optional<int> outline =
      paragraph.outline ? paragraph.outline : style.paragraph.outline;
  if (outline && *outline >= 0 && *outline <= 9) return *outline == 9 ? -1 : *outline;
  return named < 0 || named > 8 ? -1 : named;
}

}  // namespace undex
