#include "corpus/xml/read_marks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "corpus/strings.h"
#include "corpus/xml.h"
#include "corpus/xml/form.h"

namespace undex {
namespace {

class MarksReader {
 public:
  explicit MarksReader(std::string_view name) : name_(name) {}

  Marks read(const xmlNode* root) {
    marks_.rules = number<int>(root, "rules", text(root, "rules"));
    for (const xmlNode* node : elements(root)) {
      const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& candidate) {
        return candidate.element == name_of(node);
      });
      check(node, row != kRows.end(),
            "element '" + std::string(name_of(node)) + "' is not expected here");
      (this->*row->read)(node);
    }
    return std::move(marks_);
  }

 private:
  struct Row {
    std::string_view element;
    void (MarksReader::*read)(const xmlNode* node);
  };
  static const std::array<Row, 8> kRows;

  void check(const xmlNode* node, bool good, const std::string& fault) const {
    if (!good) refuse_xml(name_, node, fault);
  }

  static std::string text(const xmlNode* node, std::string_view name) {
    return attribute(node, name, "").value_or("");
  }

  template <typename Number>
  Number number(const xmlNode* node, std::string_view name, std::string_view digits) const {
    Number value{};
    const char* end = digits.data() + digits.size();
    const auto [stop, fault] = std::from_chars(digits.data(), end, value);
    check(node, fault == std::errc() && stop == end && !digits.empty(),
          "'" + std::string(digits) + "' is not a number for '" + std::string(name) + "'");
    return value;
  }

  /// The value of that name, the first one when the attribute is not there.
  template <typename Enum>
  Enum named(const xmlNode* node, std::string_view name, Enum last) const {
    const std::optional<std::string> wanted = attribute(node, name, "");
    if (!wanted) return Enum{};
    for (int i = 0; i <= static_cast<int>(last); ++i)
      if (name_of(static_cast<Enum>(i)) == *wanted) return static_cast<Enum>(i);
    refuse_xml(name_, node, "'" + *wanted + "' is not known for '" + std::string(name) + "'");
  }

  MarkSpan span(const xmlNode* node) const {
    const std::string at = text(node, "at");
    const std::vector<std::string_view> parts = split(at, ' ');
    check(node, parts.size() == 3 || parts.size() == 5, "'" + at + "' is not a place of a mark");
    MarkSpan found;
    found.block = number<int>(node, "at", parts.front());
    if (parts.size() == 5) {
      found.row = number<int>(node, "at", parts[1]);
      found.column = number<int>(node, "at", parts[2]);
    }
    found.begin = number<std::size_t>(node, "at", parts[parts.size() - 2]);
    found.end = number<std::size_t>(node, "at", parts.back());
    return found;
  }

  void read_named(const xmlNode* node) {
    NameMark name;
    name.id = text(node, "id");
    name.kind = named(node, "kind", Name::Kind::role);
    name.name = text(node, "name");
    names_.push_back(std::move(name));
  }

  void read_name(const xmlNode* node) {
    const auto index = number<std::size_t>(node, "named", text(node, "named"));
    check(node, index < names_.size(), "the mark has no name");
    NameMark mark = names_[index];
    mark.span = span(node);
    mark.rule = text(node, "rule");
    marks_.names.push_back(std::move(mark));
  }

  void read_reference(const xmlNode* node) {
    Reference mark;
    mark.span = span(node);
    mark.kind = named(node, "kind", ReferenceKind::url);
    mark.relation = named(node, "relation", Relation::agenda);
    mark.cited.parts = split_words(text(node, "cited"));
    mark.reissue = text(node, "reissue");
    mark.dated = text(node, "dated");
    mark.target = text(node, "target");
    mark.rule = text(node, "rule");
    for (const xmlNode* pinpoint : elements(node))
      mark.pinpoints.push_back(read_locator(pinpoint, "", name_));
    marks_.references.push_back(std::move(mark));
  }

  void read_figure(const xmlNode* node) {
    FigureMark mark;
    mark.span = span(node);
    mark.figure.value = text(node, "value");
    mark.figure.upper = text(node, "upper");
    mark.figure.unit = text(node, "unit");
    mark.figure.qualifier = named(node, "qualifier", Qualifier::at_most);
    mark.figure.period.kind = named(node, "periodKind", Period::Kind::relative);
    mark.figure.period.iso = text(node, "period");
    mark.figure.period.printed = text(node, "periodPrinted");
    mark.figure.measure = text(node, "measure");
    mark.rule = text(node, "rule");
    marks_.figures.push_back(std::move(mark));
  }

  void read_status(const xmlNode* node) {
    marks_.statuses.push_back(
        {span(node), text(node, "id"), named(node, "status", InitiativeStatus::ended)});
  }

  void read_date(const xmlNode* node) { marks_.dates.push_back({span(node), text(node, "iso")}); }

  void read_quote(const xmlNode* node) {
    const std::optional<std::string> reference = attribute(node, "reference", "");
    marks_.quotes.push_back(
        {span(node), reference ? number<int>(node, "reference", *reference) : -1});
  }

  void read_definition(const xmlNode* node) {
    marks_.definitions.push_back(
        {span(node), text(node, "short"), text(node, "long"), text(node, "id")});
  }

  std::string_view name_;
  Marks marks_;
  std::vector<NameMark> names_;  // without their places
};

constexpr std::array<MarksReader::Row, 8> MarksReader::kRows = {{
    {"named", &MarksReader::read_named},
    {"reference", &MarksReader::read_reference},
    {"figure", &MarksReader::read_figure},
    {"name", &MarksReader::read_name},
    {"status", &MarksReader::read_status},
    {"date", &MarksReader::read_date},
    {"quote", &MarksReader::read_quote},
    {"definition", &MarksReader::read_definition},
}};

}  // namespace

Marks read_marks(const xmlNode* marks, std::string_view name) {
  return MarksReader(name).read(marks);
}

int marks_rules(std::string_view xml) {
  // In texts and attributes '<' is escaped: nothing else can look like this.
  constexpr std::string_view kBegin = "<u:marks rules=\"";
  const std::size_t at = xml.find(kBegin);
  if (at == std::string_view::npos) return 0;
  int rules = 0;
  const std::string_view digits = xml.substr(at + kBegin.size(), 12);
  std::from_chars(digits.data(), digits.data() + digits.size(), rules);
  return rules;
}

Locator read_locator(const xmlNode* node, std::string_view space, std::string_view name) {
  Locator found;
  found.part = attribute(node, "part", space).value_or("");
  found.number = attribute(node, "number", space).value_or("");
  found.points = split_words(attribute(node, "points", space).value_or(""));
  const std::string place = attribute(node, "place", space).value_or("");
  const auto row = std::find(kPlaceNames.begin(), kPlaceNames.end(), place);
  if (row == kPlaceNames.end()) refuse_xml(name, node, "'" + place + "' is not a kind of place");
  found.place = static_cast<Locator::Place>(row - kPlaceNames.begin());
  return found;
}

}  // namespace undex
