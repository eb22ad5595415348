#include "searcher/query/values.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "corpus/date.h"
#include "corpus/text.h"
#include "undex/search.h"

namespace undex::query {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

/// How a field says what it takes.
struct KindRow {
  FieldKind kind;
  std::string_view wanted;  ///< "a year"
  std::string_view advice;
};
constexpr std::array<KindRow, 6> kKinds = {{
    {FieldKind::text, "a word", ""},
    {FieldKind::exact, "a value", ""},
    {FieldKind::symbol, "a document symbol", "write it as E/2003/75 or A/RES/57/295"},
    {FieldKind::number, "a number", "write a number, or a range such as 57..60"},
    {FieldKind::year, "a year", "write a year such as 2003, or a range such as 2002..2009"},
    {FieldKind::date, "a date", "write 2003, 2003-05 or 2003-05-28, or a range with '..'"},
}};

const KindRow& row_of(FieldKind kind) {
  return *std::find_if(kKinds.begin(), kKinds.end(),
                       [&](const KindRow& row) { return row.kind == kind; });
}

/// Checks values of one field and points at what is wrong.
class Values {
 public:
  Values(const Field& field, const TypedValue& typed, std::string_view query)
      : field_(field), typed_(typed), query_(query) {}

  Node node() const {
    Node out{.value = AllNode{}, .begin = typed_.place, .end = typed_.place + typed_.text.size()};
    const std::size_t dots = typed_.quoted ? std::string::npos : typed_.text.find("..");
    if (field_.kind == FieldKind::text)
      out.value = Words{typed_.text, typed_.quoted, typed_.exact, &field_};
    else if (dots == std::string::npos)
      out.value = ValueNode{&field_, normal(typed_.text)};
    else
      out.value = range(dots);
    return out;
  }

 private:
  [[noreturn]] void fail(const std::string& message, std::string_view advice) const {
    throw QueryError(std::string(field_.name) + ": " + message, std::string(advice),
                     std::string(query_), typed_.place);
  }

  RangeNode range(std::size_t dots) const {
    if (field_.kind == FieldKind::exact || field_.kind == FieldKind::symbol)
      fail("takes no range",
           "ranges are for years, dates and numbers; put the value in quotes if the dots belong to "
           "it");
    RangeNode out{&field_, typed_.text.substr(0, dots), typed_.text.substr(dots + 2)};
    if (out.from.empty() && out.to.empty())
      fail("the range has neither a beginning nor an end", row_of(field_.kind).advice);
    if (!out.from.empty()) out.from = normal(out.from, true);
    if (!out.to.empty()) out.to = normal(out.to, true);
    if (!out.from.empty() && !out.to.empty() && backwards(out))
      fail("the range '" + typed_.text + "' runs backwards", "put the smaller value first");
    return out;
  }

  bool backwards(const RangeNode& range) const {
    if (field_.kind == FieldKind::number) return number(range.to) < number(range.from);
    // 2003..2003-05 and 2003-05..2003 overlap: neither runs backwards.
    return range.to < range.from && !range.from.starts_with(range.to);
  }

  std::string normal(const std::string& text, bool in_range = false) const {
    switch (field_.kind) {
      case FieldKind::text:
      case FieldKind::exact:
        return collapse_spaces(text);
      case FieldKind::symbol:
        if (const std::optional<Symbol> symbol = parse_symbol(text)) return symbol->text();
        // A note verbale has a reference in place of a symbol: ODA/2023-00042.
        if (text.find('/') != std::string::npos) return collapse_spaces(text);
        break;
      case FieldKind::number:
        // Special sessions are S-13, old ones LIV; ranges are for plain numbers.
        if (number(text) >= 0 || (!in_range && is_session_label(text))) return text;
        break;
      case FieldKind::year:
        if (text.size() == 4 && number(text) >= kFirstYear && number(text) <= kLastYear)
          return text;
        break;
      case FieldKind::date:
        if (const std::optional<Date> date = parse_date(text)) return date->iso();
        break;
    }
    const KindRow& row = row_of(field_.kind);
    fail("'" + printable(text) + "' is not " + std::string(row.wanted), row.advice);
  }

  static bool is_session_label(std::string_view text) {
    const bool roman = text.find_first_not_of("IVXLCivxlc") == std::string_view::npos;
    const bool special = text.find_first_of("0123456789") != std::string_view::npos &&
                         text.find('-') != std::string_view::npos;
    return roman || special;
  }

  /// -1 when it is none.
  static long number(std::string_view text) {
    long value = -1;
    const char* end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, value);
    return text.size() <= 9 && fault == std::errc() && stop == end ? value : -1;
  }

  const Field& field_;
  const TypedValue& typed_;
  std::string_view query_;
};

}  // namespace

Node value_node(const Field& field, const TypedValue& value, std::string_view query) {
  return Values(field, value, query).node();
}

}  // namespace undex::query
