#include "searcher/query/leaves.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "searcher/query/blanks.h"
#include "searcher/query/refusals.h"
#include "searcher/query/scan.h"
#include "searcher/query/values.h"

namespace undex::query {
namespace {

constexpr std::string_view kLike = "like:";
constexpr std::array<std::string_view, 4> kScales = {"hundred", "thousand", "million", "billion"};
constexpr std::array<std::string_view, 4> kComparisons = {">=", "<=", ">", "<"};

bool is_field_char(char c) { return is_letter(c) || c == '_' || c == '-'; }

bool stands_here(const Cursor& at, std::string_view name) {
  return to_lower(at.query().substr(at.at(), name.size())) == name;
}

std::string_view comparison_at(std::string_view query, std::size_t at) {
  for (const std::string_view sign : kComparisons)
    if (query.substr(at).starts_with(sign)) return sign;
  return {};
}

std::string rest_of_word(const Cursor& at) {
  std::size_t end = at.at();
  while (end < at.query().size() && !is_blank(at.query()[end])) ++end;
  return std::string(at.query().substr(at.at(), end - at.at()));
}

/// A star behind a symbol could mean a series or a document issued again.
void refuse_star(const Cursor& at, const ScannedSymbol& found) {
  if (at.query()[found.symbol_end - 1] == '*')
    at.fail("a '*' stands behind a symbol without a stroke",
            "write A/58/* for every document of a series, or the symbol without '*'",
            found.symbol_end - 1);
}

/// Without a stop or comma behind it.
std::size_t end_of(const ScannedSymbol& found) {
  return found.node.pinpoint ? found.end : found.symbol_end;
}

/// Moves past the symbol, behind which no place may stand that is none.
void pass_symbol(Cursor& at, const ScannedSymbol& found) {
  refuse_star(at, found);
  at.move_to(found.end);
  if (at.peek() != '#' && at.peek() != ':') return;
  Cursor place = at;
  place.move_to(at.at() + 1);
  at.fail("'" + printable(rest_of_word(place)) + "' is no place in a document",
          "write a paragraph as #18 or #18(g)", place.at());
}

std::optional<Node> read_series(Cursor& at) {
  if (!is_letter(at.peek())) return std::nullopt;
  Cursor end = at;
  std::string text = end.word(",;");
  std::size_t length = text.find("/*");
  if (length == std::string::npos) return std::nullopt;
  length += 2;
  if (text.find_first_not_of(".:?!", length) != std::string::npos) return std::nullopt;
  std::optional<std::string> prefix = series_prefix(std::string_view(text).substr(0, length));
  if (!prefix) return std::nullopt;
  const std::size_t begin = at.at();
  at.count(begin);
  at.move_to(begin + length);
  return Node{.value = SeriesNode{std::move(*prefix), nullptr}, .begin = begin, .end = at.at()};
}

/// A comma that led to no pinpoint, a bare stop.
void pass_punctuation(Cursor& at) {
  if (!at.done() && std::string_view(",;.?").find(at.peek()) != std::string_view::npos)
    at.move_to(at.at() + 1);
}

/// Where "1,067" ends, whose commas part thousands and not values; `at` when no such number is
/// here.
std::size_t end_of_thousands(std::string_view query, std::size_t at) {
  const auto digits_at = [&](std::size_t from) {
    std::size_t to = from;
    while (to < query.size() && is_digit(query[to])) ++to;
    return to - from;
  };
  const std::size_t first = digits_at(at);
  if (first < 1 || first > 3) return at;
  std::size_t end = at + first;
  while (end < query.size() && query[end] == ',' && digits_at(end + 1) == 3) end += 4;
  return end == at + first ? at : end;
}

/// A value of a list, whose commas part values but for those of thousands.
void pass_list_word(Cursor& at, bool with_thousands) {
  for (char before = 0; !at.done() && !is_mark(at.peek()) && at.peek() != ',' && !at.at_quote();) {
    const bool number = with_thousands && is_digit(at.peek()) && !is_digit(before);
    const std::size_t end = number ? end_of_thousands(at.query(), at.at()) : at.at();
    at.move_to(std::max(end, at.at() + 1));
    before = at.query()[at.at() - 1];
  }
}

TypedValue read_typed(Cursor& at, const FieldSign& sign, bool in_list) {
  TypedValue typed;
  typed.begin = at.at();
  typed.comparison = sign.comparison;
  if (at.peek() == '=' || at.peek() == '~') {
    typed.mark = at.peek();
    at.move_to(at.at() + 1);
  }
  typed.place = at.at();
  typed.quoted = at.at_quote();
  if (typed.quoted) {
    typed.place += quote_at(at.query(), at.at())->open.size();
    typed.text = at.quoted();
  } else if (in_list) {
    pass_list_word(at, sign.field->kind == FieldKind::text || sign.field->name == kFigureField);
    typed.text = at.query().substr(typed.place, at.at() - typed.place);
  } else {
    typed.text = at.word();
  }
  typed.end = at.at();
  return typed;
}

[[noreturn]] void fail_without_value(const Cursor& at, const Field& field, std::size_t place) {
  at.fail("field '" + std::string(field.name) + "' has no value here",
          "write the value right behind it, as in " + std::string(field.example), place);
}

/// Of a field of symbols: one document, whole.
std::optional<Node> read_symbol_value(Cursor& at, const Field& field) {
  std::optional<ScannedSymbol> found = scan_symbol(at.query(), at.at());
  if (!found) return std::nullopt;
  const std::size_t begin = at.at();
  refuse_star(at, *found);
  at.move_to(found->symbol_end);
  if (found->node.pinpoint || at.peek() == '#' || at.peek() == ':')
    at.fail(std::string(field.name) + ": a place in a document stands behind a symbol alone",
            "write the symbol without the field, or without the place", begin);
  return Node{.value = ValueNode{&field, found->node.symbol.text()},
              .begin = begin,
              .end = found->symbol_end};
}

Node read_value(Cursor& at, const FieldSign& sign) {
  const std::size_t begin = at.at();
  at.count(begin);
  if (sign.field->kind == FieldKind::symbol && sign.comparison.empty())
    if (std::optional<Node> symbol = read_symbol_value(at, *sign.field)) return std::move(*symbol);
  const TypedValue typed = read_typed(at, sign, true);
  if (words(typed.text).empty() && typed.text.find_first_of("*.") == std::string::npos)
    fail_without_value(at, *sign.field, begin);
  refuse_value_with_blank(at, *sign.field, typed);
  if (sign.field->kind != FieldKind::text) return value_node(*sign.field, typed, at.query());
  if (!sign.comparison.empty())
    at.fail(std::string(sign.field->name) + ": takes no '" + std::string(sign.comparison) + "'",
            "comparisons are for years, dates and numbers", begin - sign.comparison.size());
  std::optional<Node> word = word_node(sign.field, typed, at.query());
  if (!word) fail_without_value(at, *sign.field, begin);
  return std::move(*word);
}

/// "2.5 million" and "1 067" without quotes would look for a word behind the number.
void refuse_rest_of_number(const Cursor& at, const Field& field, std::size_t begin) {
  if (field.name != kFigureField || !(is_digit(at.peek_back()) || is_letter(at.peek_back())))
    return;
  Cursor next = at;
  next.skip_blanks();
  const std::string word = next.word(",");
  const bool group = word.size() == 3 && std::all_of(word.begin(), word.end(), is_digit);
  const bool scale = std::find(kScales.begin(), kScales.end(), word) != kScales.end();
  if (group || scale)
    at.fail("a number with a blank goes in quotes",
            "write it as in figure:\"1 067\" or figure>\"2.5 million\"", begin);
}

LikeNode like_of(const Cursor& at, const std::string& text, std::size_t place) {
  if (const std::optional<ScannedSymbol> found = scan_symbol(text, 0))
    if (found->end == text.size()) return {found->node.symbol.text(), found->node.pinpoint};
  const std::size_t sign = text.find('#');
  const std::string name = collapse_spaces(text.substr(0, sign));
  if (name.find('/') == std::string::npos || name.find('*') != std::string::npos ||
      is_digit(name.front()))
    at.fail("like: '" + printable(text) + "' is not a document symbol",
            "write it as like:E/2003/75 or like:E/2003/75#18", place);
  if (sign == std::string::npos) return {name, std::nullopt};
  std::optional<Locator> locator = parse_locator(text.substr(sign + 1));
  if (!locator)
    at.fail("like: '" + printable(text.substr(sign + 1)) + "' is no place in a document",
            "write a paragraph as #18 or #18(g)", place);
  return {name, std::move(locator)};
}

}  // namespace

bool at_paragraph(const Cursor& at) {
  return at.peek(kParagraph.size() - 1) == '(' && stands_here(at, kParagraph);
}

std::optional<Node> read_symbol(Cursor& at) {
  if (std::optional<Node> series = read_series(at)) return series;
  std::optional<ScannedSymbol> found = scan_symbol(at.query(), at.at());
  if (!found) return std::nullopt;
  const std::size_t begin = at.at();
  at.count(begin);
  pass_symbol(at, *found);
  const std::size_t end = end_of(*found);
  Node node{.value = std::move(found->node), .begin = begin, .end = end};
  pass_punctuation(at);
  return node;
}

std::optional<Node> read_like(Cursor& at) {
  if (!stands_here(at, kLike)) return std::nullopt;
  const std::size_t begin = at.at();
  at.count(begin);
  at.move_to(begin + kLike.size());
  const std::size_t place = at.at();
  Node node{.value = AllNode{}, .begin = begin};
  if (std::optional<ScannedSymbol> found = scan_symbol(at.query(), place)) {
    pass_symbol(at, *found);
    node.end = end_of(*found);
    node.value = LikeNode{found->node.symbol.text(), std::move(found->node.pinpoint)};
  } else {
    const std::string text = at.at_quote() ? at.quoted() : at.word();
    if (text.empty())
      at.fail("'like:' has no symbol behind it", "write it as like:E/2003/75#18", place);
    node.value = like_of(at, text, place);
    node.end = at.at();
  }
  pass_punctuation(at);
  return node;
}

std::optional<FieldSign> read_field_sign(Cursor& at) {
  const std::size_t place = at.at();
  std::size_t end = place;
  while (end < at.query().size() && is_field_char(at.query()[end])) ++end;
  if (end == place || end == at.query().size()) return std::nullopt;
  const bool colon = at.query()[end] == ':';
  const std::string_view comparison = comparison_at(at.query(), colon ? end + 1 : end);
  if (!colon && comparison.empty()) return std::nullopt;
  const std::string_view name = at.query().substr(place, end - place);
  const Field* field = find_field(to_lower(name));
  if (!field) fail_unknown_field(at.query(), place, name);
  at.move_to(end + (colon ? 1 : 0) + comparison.size());
  if (at.at_end_of_part() || is_blank(at.peek())) fail_without_value(at, *field, at.at());
  return FieldSign{field, comparison};
}

Node read_values(Cursor& at, const FieldSign& sign) {
  std::vector<Node> parts;
  const std::size_t begin = at.at();
  for (;;) {
    parts.push_back(read_value(at, sign));
    if (at.peek() == '(' || at.at_quote())
      at.fail("a value does not end here", "put a value with blanks or parentheses in quotes",
              at.at());
    if (at.peek() != ',') break;
    const std::size_t comma = at.at();
    if (!sign.comparison.empty())
      at.fail("a comparison takes one value", "write one value, or a range with '..'", comma);
    at.move_to(comma + 1);
    if (at.at_end_of_part() || is_blank(at.peek()) || at.peek() == ',')
      at.fail("there is no value right behind this comma",
              "write a list without blanks, as in year:2003,2009", comma);
  }
  refuse_rest_of_number(at, *sign.field, begin);
  if (parts.size() == 1) return std::move(parts.front());
  return {.value = OrNode{std::move(parts)}, .begin = begin, .end = at.at()};
}

void refuse_field_inside(const Cursor& at, const Field& field) {
  Cursor inside = at;
  if (read_field_sign(inside))
    at.fail("a field inside the parentheses of field '" + std::string(field.name) + "'",
            "close the parentheses first", at.at());
}

std::optional<Node> read_word(Cursor& at, const Field* field) {
  const TypedValue typed = read_typed(at, {.field = field}, false);
  std::optional<Node> node = word_node(field, typed, at.query());
  if (node) at.count(typed.begin);
  return node;
}

}  // namespace undex::query
