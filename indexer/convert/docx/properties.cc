#include "indexer/convert/docx/properties.h"

#include <array>
#include <charconv>
#include <cmath>

namespace undex {
namespace {

constexpr float kTwipsAPoint = 20;
constexpr float kMostTwips = 1e6F;

template <typename T>
void fill(std::optional<T>& own, const std::optional<T>& base) {
  if (!own) own = base;
}

void fill(std::string& own, const std::string& base) {
  if (own.empty()) own = base;
}

struct Unit {
  std::string_view name;
  float points;
};
// Strict OOXML writes lengths with their unit: "1.5cm".
constexpr std::array<Unit, 6> kUnits{
    {{"pt", 1}, {"in", 72}, {"cm", 28.3465F}, {"mm", 2.83465F}, {"pc", 12}, {"pi", 12}}};

/// A length of so many `unit` points, or with a unit of its own.
std::optional<float> points(XmlNode node, std::string_view name, float unit = 1 / kTwipsAPoint) {
  const std::string text = node.attribute(name);
  float value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value) || std::fabs(value) > kMostTwips)
    return std::nullopt;
  const std::string_view said =
      std::string_view(text).substr(static_cast<std::size_t>(end - text.data()));
  for (const Unit& known : kUnits)
    if (said == known.name) unit = known.points;
  return value * unit;
}

void read_indent(XmlNode node, ParagraphProperties& properties) {
  properties.left = points(node, "left");
  fill(properties.left, points(node, "start"));  // Strict OOXML says start
  properties.first = points(node, "firstLine");
  if (const std::optional<float> hanging = points(node, "hanging")) properties.first = -*hanging;
}

void read_number(XmlNode node, ParagraphProperties& properties) {
  properties.list = node.child("numId").number("val");
  properties.list_level = node.child("ilvl").number("val");
}

}  // namespace

bool is_on(XmlNode node) {
  const std::string value = node.attribute("val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

TrackedChanges read_changes(XmlNode node) {
  TrackedChanges changes;
  for (const XmlNode item : node.children()) {
    const std::string_view name = item.name();
    if (name == "ins" || name == "cellIns") changes.inserted = true;
    if (name == "del" || name == "cellDel") changes.deleted = true;
    if (name == "moveFrom") changes.moved_away = true;
    if (name.ends_with("Change")) changes.looked_otherwise = true;
  }
  return changes;
}

RunProperties read_run_properties(XmlNode node) {
  RunProperties run;
  for (const XmlNode item : node.children()) {
    if (!item.is_word()) continue;
    const std::string_view name = item.name();
    if (name == "rStyle") run.style = item.attribute("val");
    if (name == "rFonts") run.font = item.attribute("ascii");
    if (name == "b") run.bold = is_on(item);
    if (name == "i") run.italic = is_on(item);
    if (name == "vanish" || name == "specVanish") run.hidden = is_on(item);
    if (name == "vertAlign") run.raised = item.attribute("val") == "superscript";
    if (name == "rtl") run.right_to_left = is_on(item);
    if (name == "sz") run.size = points(item, "val", 0.5F);
    if (name == "lang") {
      run.language = item.attribute("val");
      run.asian_language = item.attribute("eastAsia");
      run.bidi_language = item.attribute("bidi");
    }
  }
  return run;
}

ParagraphProperties read_paragraph_properties(XmlNode node) {
  ParagraphProperties paragraph;
  for (const XmlNode item : node.children()) {
    if (!item.is_word()) continue;
    const std::string_view name = item.name();
    if (name == "pStyle") paragraph.style = item.attribute("val");
    if (name == "numPr") read_number(item, paragraph);
    if (name == "outlineLvl") paragraph.outline = item.number("val");
    if (name == "jc") paragraph.centred = item.attribute("val") == "center";
    if (name == "pageBreakBefore") paragraph.page_break_before = is_on(item);
    if (name == "ind") read_indent(item, paragraph);
    if (name == "framePr") paragraph.framed = true;
    if (name == "rPr") {
      paragraph.mark = read_changes(item);
      const XmlNode hidden = item.child("vanish");
      paragraph.mark_hidden = hidden && is_on(hidden);
    }
  }
  return paragraph;
}

Section read_section(XmlNode node) {
  Section section;
  for (const XmlNode item : node.children()) {
    if (item.name() == "titlePg") section.title_page = is_on(item);
    const bool header = item.name() == "headerReference";
    if (!header && item.name() != "footerReference") continue;
    section.parts.push_back({header, item.attribute("type"), item.attribute("id")});
  }
  return section;
}

void inherit(RunProperties& own, const RunProperties& base) {
  fill(own.font, base.font);
  fill(own.bold, base.bold);
  fill(own.italic, base.italic);
  fill(own.hidden, base.hidden);
  fill(own.raised, base.raised);
  fill(own.right_to_left, base.right_to_left);
  fill(own.size, base.size);
  fill(own.language, base.language);
  fill(own.asian_language, base.asian_language);
  fill(own.bidi_language, base.bidi_language);
}

void inherit(ParagraphProperties& own, const ParagraphProperties& base) {
  fill(own.list, base.list);
  fill(own.list_level, base.list_level);
  fill(own.outline, base.outline);
  fill(own.centred, base.centred);
  fill(own.page_break_before, base.page_break_before);
  fill(own.left, base.left);
  fill(own.first, base.first);
}

}  // namespace undex
