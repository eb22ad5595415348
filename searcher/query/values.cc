#include "searcher/query/values.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

#include "corpus/ascii.h"
#include "corpus/citation.h"
#include "corpus/date.h"
#include "corpus/figure/number.h"
#include "corpus/text.h"
#include "searcher/query/known_values.h"
#include "searcher/query/refusals.h"
#include "searcher/query/scan.h"
#include "undex/search.h"

namespace undex::query {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;
constexpr std::size_t kLongestRange = 32;

/// -1 when it is none.
long whole_number(std::string_view text) {
  long value = -1;
  const char* end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, value);
  return text.size() <= 9 && fault == std::errc() && stop == end ? value : -1;
}

using Normal = std::optional<std::string>;

Normal any_value(const std::string& text) { return collapse_spaces(text); }

/// A note verbale has a reference in place of a symbol: ODA/2023-00042. 57/295 is the number of a
/// resolution, whose symbol begins with its organ.
Normal symbol_value(const std::string& text) {
  if (const std::optional<Symbol> symbol = parse_symbol(text)) return symbol->text();
  const std::string reference = collapse_spaces(text);
  const bool whole = reference.find('/') != std::string::npos && !is_digit(reference.front());
  return whole ? reference : Normal();
}

Normal number_value(const std::string& text) { return whole_number(text) < 0 ? Normal() : text; }

/// Special sessions are S-13 or S-VII, old ones LIV.
Normal session_value(const std::string& text) {
  static constexpr std::string_view kRoman = "IVXLCivxlc";
  const std::size_t hyphen = text.find('-');
  const std::string_view number = std::string_view(text).substr(hyphen + 1);  // all without one
  const bool lettered =
      hyphen == std::string::npos ||
      (hyphen > 0 &&
       std::all_of(text.begin(), text.begin() + static_cast<long>(hyphen), is_letter));
  const bool roman = !number.empty() && number.find_first_not_of(kRoman) == std::string_view::npos;
  return lettered && (roman || whole_number(number) >= 0) ? text : Normal();
}

Normal year_value(const std::string& text) {
  const long year = text.size() == 4 ? whole_number(text) : -1;
  return year >= kFirstYear && year <= kLastYear ? text : Normal();
}

Normal date_value(const std::string& text) {
  const std::optional<Date> date = parse_date(text);
  return date ? date->iso() : Normal();
}

/// As reports print it: 1,067, "1 067", -2.5, "2.5 million", twelve.
Normal figure_value(const std::string& text) {
  const FigureText tokens(text);
  const std::optional<Number> number = number_at(tokens, tokens.is_dash(0) ? 1 : 0);
  const bool alone = number && number->begin == 0 && number->end == tokens.size() &&
                     number->upper.empty() && number->unit.empty();
  return alone ? number->value : Normal();
}

bool whole_less(const std::string& a, const std::string& b) {
  return whole_number(a) < whole_number(b);
}
bool figure_less(const std::string& a, const std::string& b) {
  const bool below_zero = a.starts_with('-');
  if (below_zero != b.starts_with('-')) return below_zero;
  return below_zero ? is_less(b.substr(1), a.substr(1)) : is_less(a, b);
}
/// 2003..2003-05 and 2003-05..2003 overlap: neither runs backwards.
bool date_less(const std::string& a, const std::string& b) { return a < b && !b.starts_with(a); }

/// How a field takes its values.
struct KindRow {
  FieldKind kind;
  std::string_view field;   ///< only of this name, or empty
  std::string_view wanted;  ///< "a year"
  std::string_view advice;
  Normal (*single)(const std::string& text);
  Normal (*end)(const std::string& text);  ///< of a range; nullptr where there are none
  bool (*less)(const std::string& a, const std::string& b);
};
constexpr std::string_view kRangeAdvice =
    "ranges are for years, dates and numbers; put the value in quotes if this belongs to it";
constexpr std::array<KindRow, 6> kKinds = {{
    {FieldKind::symbol, "", "a document symbol", "write it as E/2003/75 or A/RES/57/295",
     symbol_value, nullptr, nullptr},
    {FieldKind::number, "", "a number", "write a number, or a range such as 57..60", session_value,
     number_value, whole_less},
    {FieldKind::year, "", "a year", "write a year such as 2003, or a range such as 2002..2009",
     year_value, year_value, whole_less},
    {FieldKind::date, "", "a date", "write 2003, 2003-05 or 2003-05-28, or a range with '..'",
     date_value, date_value, date_less},
    {FieldKind::exact, kFigureField, "a number",
     "write it as 1067, 1,067 or \"2.5 million\", or a range such as 1000..2000", figure_value,
     figure_value, figure_less},
    {FieldKind::exact, "", "a value", "", any_value, nullptr, nullptr},
}};

const KindRow& row_of(const Field& field) {
  return *std::find_if(kKinds.begin(), kKinds.end(), [&](const KindRow& row) {
    return row.kind == field.kind && (row.field.empty() || row.field == field.name);
  });
}

/// Checks values of one field and points at what is wrong.
class Values {
 public:
  Values(const Field& field, const TypedValue& typed, std::string_view query)
      : field_(field), row_(row_of(field)), typed_(typed), query_(query) {}

  Node node() const {
    refuse_signs();
    Node out{.value = AllNode{}, .begin = typed_.begin, .end = typed_.end};
    const std::size_t dots = typed_.quoted ? std::string::npos : typed_.text.find("..");
    if (!typed_.comparison.empty())
      out.value = compared();
    else if (dots != std::string::npos)
      out.value = range(dots);
    else if (const std::optional<std::string> prefix = series())
      out.value = SeriesNode{*prefix, &field_};
    else
      out.value = ValueNode{&field_, single()};
    return out;
  }

 private:
  [[noreturn]] void fail(const std::string& message, std::string_view advice,
                         std::size_t place) const {
    throw QueryError(std::string(field_.name) + ": " + message, std::string(advice),
                     std::string(query_), place);
  }

  /// What means something with words, and nothing here.
  void refuse_signs() const {
    if (typed_.mark != 0)
      fail("takes no '" + std::string(1, typed_.mark) + "'",
           "it is for words; a value stands as it is", typed_.begin);
    const bool symbols = field_.kind == FieldKind::symbol;
    const std::size_t wild = typed_.text.find_first_of("*?");
    if (wild == std::string::npos || series() || (typed_.quoted && !symbols)) return;
    fail(symbols ? "'" + printable(typed_.text) + "' is no series of document symbols"
                 : "takes no wildcard",
         symbols    ? "a '*' ends a symbol behind a stroke, as in A/58/* or E/CN.16/*"
         : row_.end ? row_.advice
                    : "'undex facets' lists the values of a field; wildcards are for words",
         typed_.place + wild);
  }

  std::optional<std::string> series() const {
    return field_.kind == FieldKind::symbol ? series_prefix(typed_.text) : std::nullopt;
  }

  void refuse_ranges_here() const {
    if (!row_.end) fail("takes no range", kRangeAdvice, typed_.place);
  }

  /// In the language of the index; refused when the field knows all its values and this is none.
  std::string single() const {
    std::string value = normal(typed_.text, row_.single, typed_.place);
    if (field_.kind != FieldKind::exact) return value;
    if (std::string known = known_value(field_, value); !known.empty()) return known;
    if (is_closed(field_)) fail_unknown_value(value);
    return value;
  }

  [[noreturn]] void fail_unknown_value(const std::string& value) const {
    const std::string offered = in_words(nearest_values(field_, value));
    fail("there is no value '" + printable(value) + "'" +
             (offered.empty() ? "" : "; did you mean " + offered + "?"),
         "'undex facets " + std::string(field_.name) + "' lists the values that documents have",
         typed_.place);
  }

  RangeNode compared() const {
    refuse_ranges_here();
    const std::string value = normal(typed_.text, row_.end, typed_.place);
    const bool open = typed_.comparison.size() == 1;
    if (typed_.comparison.front() == '>') return {&field_, value, "", open, false};
    return {&field_, "", value, false, open};
  }

  RangeNode range(std::size_t dots) const {
    refuse_ranges_here();
    RangeNode out{&field_, typed_.text.substr(0, dots), typed_.text.substr(dots + 2)};
    if (out.from.empty() && out.to.empty())
      fail("the range has neither a beginning nor an end", row_.advice, typed_.place);
    if (!out.from.empty()) out.from = normal(out.from, row_.end, typed_.place);
    if (!out.to.empty()) out.to = normal(out.to, row_.end, typed_.place + dots + 2);
    if (!out.from.empty() && !out.to.empty() && row_.less(out.to, out.from))
      fail("the range '" + printable(typed_.text) + "' runs backwards",
           "put the smaller value first", typed_.place);
    return out;
  }

  std::string normal(const std::string& text, Normal (*read)(const std::string&),
                     std::size_t place) const {
    if (Normal value = read(text)) return *value;
    fail("'" + printable(text) + "' is not " + std::string(row_.wanted), advice(), place);
  }

  /// 57/295: the number of a resolution.
  std::string symbol_advice() const {
    const std::vector<Citation> cited = find_citations("resolution " + typed_.text);
    return cited.empty() ? std::string(row_.advice)
                         : "write the whole symbol, as in " + std::string(field_.name) + ":" +
                               cited.front().cited.text();
  }

  /// 2002-2009 and the like: two values that something else than ".." ties.
  std::string advice() const {
    if (field_.kind == FieldKind::symbol) return symbol_advice();
    static constexpr std::array<std::string_view, 7> kTies = {"...", "\u2026", "\u2013", "\u2014",
                                                              "-",   "/",      ":"};
    const std::string& text = typed_.text;
    if (row_.end && text.size() <= kLongestRange)
      for (const std::string_view tie : kTies)
        for (std::size_t at = text.find(tie); at != std::string::npos;
             at = text.find(tie, at + 1)) {
          const std::string from = text.substr(0, at);
          const std::string to = text.substr(at + tie.size());
          if (row_.end(from) && row_.end(to)) return "write the range as " + from + ".." + to;
        }
    return std::string(row_.advice);
  }

  const Field& field_;
  const KindRow& row_;
  const TypedValue& typed_;
  std::string_view query_;
};

}  // namespace

Node value_node(const Field& field, const TypedValue& value, std::string_view query) {
  assert(field.kind != FieldKind::text);
  return Values(field, value, query).node();
}

}  // namespace undex::query
