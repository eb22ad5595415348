#include "indexer/convert/docx/numbering.h"

#include <algorithm>

#include "indexer/convert/docx/number_format.h"

namespace undex {
namespace {

struct AbstractList {
  std::array<ListLevel, DocxLists::kLevels> levels;
  std::string style_link;  ///< is the definition of that numbering style
  std::string uses_style;  ///< is defined where that numbering style is
};

bool is_level(std::optional<int> level) {
  return level && *level >= 0 && *level < DocxLists::kLevels;
}

ListLevel read_level(XmlNode node) {
  ListLevel level;
  level.defined = true;
  level.start = node.child("start").number("val").value_or(0);
  const XmlNode format = node.child("numFmt");
  if (format) level.format = format.attribute("val");
  level.text = node.child("lvlText").attribute("val");
  level.style = node.child("pStyle").attribute("val");
  level.restart = node.child("lvlRestart").number("val");
  const XmlNode digits = node.child("isLgl");
  level.digits_only = digits && is_on(digits);
  const ParagraphProperties look = read_paragraph_properties(node.child("pPr"));
  level.left = look.left;
  level.first = look.first;
  return level;
}

AbstractList read_abstract(XmlNode node) {
  AbstractList list;
  list.style_link = node.child("styleLink").attribute("val");
  list.uses_style = node.child("numStyleLink").attribute("val");
  for (const XmlNode child : node.children()) {
    const std::optional<int> at = child.number("ilvl");
    if (child.name() == "lvl" && is_level(at))
      list.levels[static_cast<std::size_t>(*at)] = read_level(child);
  }
  return list;
}

void read_overrides(XmlNode node, DocxLists::List& list) {
  for (const XmlNode child : node.children()) {
    const std::optional<int> level = child.number("ilvl");
    if (child.name() != "lvlOverride" || !is_level(level)) continue;
    const auto at = static_cast<std::size_t>(*level);
    if (const XmlNode own = child.child("lvl")) list.levels[at] = read_level(own);
    if (const XmlNode start = child.child("startOverride"))
      list.restarts[at] = start.number("val").value_or(1);
  }
}

/// Bullets come from symbol fonts as private characters: all are printed as one sign.
std::string bullet(const std::string& text) {
  if (text.empty()) return {};
  const bool is_private = text.starts_with("\xEF\x80") || text.starts_with("\xEF\x81") ||
                          text.starts_with("\xEF\x82") || text.starts_with("\xEF\x83");
  return is_private || text == "o" || text == "·" ? "•" : text;
}

}  // namespace

DocxLists::DocxLists(XmlNode root, const DocxStyles& styles) {
  std::unordered_map<int, AbstractList> abstracts;
  std::unordered_map<int, int> abstract_of;
  for (const XmlNode node : root.children()) {
    const std::optional<int> id = node.number("abstractNumId");
    if (node.name() == "abstractNum" && id) abstracts[*id] = read_abstract(node);
    const std::optional<int> list = node.number("numId");
    const std::optional<int> abstract = node.child("abstractNumId").number("val");
    if (node.name() == "num" && list && abstract) abstract_of[*list] = *abstract;
  }
  for (const XmlNode node : root.children()) {
    const std::optional<int> id = node.number("numId");
    if (node.name() != "num" || !id || !abstract_of.contains(*id)) continue;
    List list;
    list.abstract = abstract_of[*id];
    // A list may be defined by a numbering style, which names another list.
    const auto linked = abstracts.find(list.abstract);
    if (linked != abstracts.end() && !linked->second.uses_style.empty()) {
      const auto other = abstract_of.find(styles.list_of(linked->second.uses_style));
      if (other != abstract_of.end()) list.abstract = other->second;
    }
    const auto abstract = abstracts.find(list.abstract);
    if (abstract != abstracts.end()) list.levels = abstract->second.levels;
    read_overrides(node, list);
    lists_[*id] = std::move(list);
  }
}

const DocxLists::List* DocxLists::find(int list) const {
  const auto found = lists_.find(list);
  return found == lists_.end() ? nullptr : &found->second;
}

int DocxLists::level_of_style(int list, const std::string& style) const {
  const List* found = find(list);
  for (std::size_t at = 0; found && at < found->levels.size(); ++at) {
    if (!style.empty() && found->levels[at].style == style) return static_cast<int>(at);
  }
  return 0;
}

std::string ListCounters::next(int list_number, int level_number) {
  const DocxLists::List* list = lists_.find(list_number);
  if (!list || !is_level(level_number)) return {};
  const auto level = static_cast<std::size_t>(level_number);
  Counters& counters = counters_[list->abstract];
  // A level passed over counts as begun: after "2.a.I" without a "2.a" comes "2.b".
  for (std::size_t above = 0; above < level; ++above) {
    if (!counters[above]) counters[above] = list->levels[above].start;
  }
  bool& restarted = restarted_[list_number][level];
  if (list->restarts[level] && !restarted) {
    counters[level] = *list->restarts[level];
  } else {
    counters[level] = counters[level] ? std::min(*counters[level], 1 << 30) + 1
                                      : list->restarts[level].value_or(list->levels[level].start);
  }
  restarted = true;
  for (std::size_t deeper = level + 1; deeper < counters.size(); ++deeper) {
    const int after = list->levels[deeper].restart.value_or(static_cast<int>(deeper));
    if (after != 0 && level_number < after) counters[deeper].reset();
  }
  const ListLevel& own = list->levels[level];
  if (!own.defined || own.format == "none") return {};
  if (own.format == "bullet") return bullet(own.text);
  std::string label;
  for (std::size_t at = 0; at < own.text.size(); ++at) {
    const bool place = own.text[at] == '%' && at + 1 < own.text.size() && own.text[at + 1] >= '1' &&
                       own.text[at + 1] <= '9';
    if (!place) {
      label += own.text[at];
      continue;
    }
    const auto of = static_cast<std::size_t>(own.text[++at] - '1');
    const ListLevel& named = list->levels[of];
    const int value = counters[of].value_or(named.start);
    label +=
        format_number(value, own.digits_only && named.format != "none" ? "decimal" : named.format);
  }
  return label;
}

}  // namespace undex
