#include "searcher/render/shown_marks.h"

#include <algorithm>
#include <array>

#include "corpus/authority.h"
#include "corpus/text.h"

namespace undex::rendering {
namespace {

std::string says_of(const Reference& reference) {
  std::string out = reference.is_unresolved() ? "unresolved, more than one document could be meant"
                    : !reference.cited.parts.empty()           ? reference.cited.text()
                    : !reference.target.empty()                ? reference.target
                    : reference.kind == ReferenceKind::generic ? "no document in particular"
                                                               : "";
  const std::string places = citation_of(reference.pinpoints);
  if (!places.empty()) out += (out.empty() ? "" : ", ") + places;
  out += " (" + std::string(name_of(reference.kind));
  if (reference.relation != Relation::cites) out += ", " + std::string(name_of(reference.relation));
  return out + ")";
}

std::string says_of(const Figure& figure) {
  std::string out =
      figure.qualifier == Qualifier::exact ? "" : std::string(name_of(figure.qualifier)) + " ";
  out += figure.value;
  if (!figure.upper.empty()) out += " to " + figure.upper;
  if (!figure.unit.empty()) out += " " + figure.unit;
  if (figure.period.kind == Period::Kind::unstated) return out + ", no time stated";
  const Period& period = figure.period;
  return out + ", " + (period.iso.empty() ? period.printed : period.iso);
}

/// The table whose row speaks for a name.
std::string_view table_of(Name::Kind kind) {
  switch (kind) {
    case Name::Kind::initiative:
      return "initiatives.tsv";
    case Name::Kind::state:
      return "states.tsv";
    case Name::Kind::organ:
    case Name::Kind::office:
    case Name::Kind::body:
    case Name::Kind::organization:
    case Name::Kind::role:
      return "bodies.tsv";
  }
  return "bodies.tsv";
}

std::string rule_of(const NameMark& mark) {
  const Name* name = find_name(mark.id);
  if (name == nullptr) return mark.rule;
  std::string out = mark.rule + ", row " + mark.id + " of " + std::string(table_of(name->kind));
  return name->evidence.empty() ? out : out + ", proved by " + name->evidence;
}

std::string name_with_id(const std::string& id) {
  const Name* name = find_name(id);
  return name ? name->preferred : id;
}

std::string quoted_from(const Document& document, const QuoteMark& mark) {
  const auto index = static_cast<std::size_t>(mark.reference);
  if (mark.reference < 0 || index >= document.marks.references.size()) return "not said of what";
  const Reference& reference = document.marks.references[index];
  const std::string places = citation_of(reference.pinpoints);
  return "of " + reference.cited.text() + (places.empty() ? "" : ", " + places);
}

struct Style {
  std::string_view kind;
  std::string_view escape;
};
constexpr std::array<Style, 3> kStyles = {
    {{"citation", "\x1b[4m"}, {"figure", "\x1b[36m"}, {"name", "\x1b[32m"}}};

const Style* style_of(const ShownMark& mark) {
  const auto* found = std::find_if(kStyles.begin(), kStyles.end(),
                                   [&](const Style& style) { return style.kind == mark.kind; });
  return found == kStyles.end() || mark.span.row >= 0 ? nullptr : found;
}

/// Each word of a marked piece by itself, so that blanks and the margin of a broken line stay bare.
std::string styled(std::string_view text, std::string_view escape) {
  std::string out;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    if (blank > 0)
      out += std::string(escape) + printable(text.substr(0, blank)) + std::string("\x1b[0m");
    if (blank < text.size()) out += ' ';
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return out;
}

}  // namespace

std::vector<ShownMark> shown_marks(const Document& document) {
  const Marks& marks = document.marks;
  std::vector<ShownMark> out;
  for (const Reference& mark : marks.references)
    out.push_back({mark.span, "citation", says_of(mark), mark.rule});
  for (const FigureMark& mark : marks.figures)
    out.push_back({mark.span, "figure", says_of(mark.figure), mark.rule});
  for (const NameMark& mark : marks.names)
    out.push_back({mark.span, "name", mark.name + " (" + std::string(name_of(mark.kind)) + ")",
                   rule_of(mark)});
  for (const StatusMark& mark : marks.statuses)
    out.push_back({mark.span, "status",
                   name_with_id(mark.id) + " is " + std::string(name_of(mark.status)), ""});
  for (const DateMark& mark : marks.dates) out.push_back({mark.span, "date", mark.iso, ""});
  for (const QuoteMark& mark : marks.quotes)
    out.push_back({mark.span, "quote", quoted_from(document, mark), ""});
  for (const Definition& mark : marks.definitions)
    out.push_back({mark.span, "definition", mark.short_form + " = " + mark.long_form, ""});
  std::stable_sort(out.begin(), out.end(),
                   [](const ShownMark& a, const ShownMark& b) { return a.span < b.span; });
  return out;
}

std::vector<ShownMark> marks_of_block(const std::vector<ShownMark>& all, int block) {
  const auto begin =
      std::lower_bound(all.begin(), all.end(), block,
                       [](const ShownMark& mark, int number) { return mark.span.block < number; });
  const auto end = std::upper_bound(begin, all.end(), block, [](int number, const ShownMark& mark) {
    return number < mark.span.block;
  });
  return {begin, end};
}

std::string with_marks(std::string_view text, std::size_t begin,
                       const std::vector<ShownMark>& marks) {
  std::string out;
  std::size_t at = begin;
  const std::size_t end = begin + text.size();
  for (const ShownMark& mark : marks) {
    const Style* style = style_of(mark);
    const std::size_t from = std::max(mark.span.begin, begin), to = std::min(mark.span.end, end);
    if (style == nullptr || from < at || to <= from) continue;  // of two that overlap, the first
    out += printable(text.substr(at - begin, from - at));
    out += styled(text.substr(from - begin, to - from), style->escape);
    at = to;
  }
  return out + printable(text.substr(at - begin));
}

}  // namespace undex::rendering
