#include "searcher/query/refusals.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "schemas/fields.h"
#include "undex/search.h"

namespace undex::query {
namespace {

constexpr std::string_view kQuote = "put the word in quotes to search for it as it stands";

/// A word that is an operator elsewhere.
struct WordRow {
  std::string_view word;
  bool with_number;  ///< "near/5" too
  std::string_view message;
  std::string_view advice;
};
constexpr std::array<WordRow, 6> kWords = {{
    {"XOR", false, "'XOR' is not offered", "write (a NOT b) OR (b NOT a); \"XOR\" finds the word"},
    {"near", true, "operators are in capitals", "write NEAR, as in a NEAR/5 b"},
    {"adj", true, "operators are in capitals", "write ADJ, as in a ADJ/2 b"},
    {"w", true, "'w/5' is not offered", "write NEAR, as in a NEAR/5 b"},
    {"within", true, "'within/5' is not offered", "write NEAR, as in a NEAR/5 b"},
    {"pre", true, "'pre/5' is not offered", "write ADJ, as in a ADJ/2 b"},
}};

/// A character that means something elsewhere, or here in another place.
struct SignRow {
  std::string_view sign;
  bool first;  ///< only at the beginning of a longer word
  std::string_view message;
  std::string_view advice;
};
constexpr std::string_view kNot = "write NOT, or a hyphen right before the word";
constexpr std::array<SignRow, 14> kSigns = {{
    {"^", false, "'^' is not offered", kQuote},
    {"|", false, "'|' is not offered", "write OR between the words"},
    {"&&", false, "'&&' is not offered", "write AND between the words"},
    {"+", true, "'+' is not offered",
     "write AND between words that all must be there; in quotes it is what it is"},
    {"!=", false, "'!=' is not offered", "write it as in -year:2003"},
    {"!", true, "'!' is not offered", kNot},
    {"--", true, "'--' is not offered", kNot},
    {"\u2013", true, "a dash is no hyphen", kNot},
    {"\u2014", true, "a dash is no hyphen", kNot},
    {"\u2212", true, "a dash is no hyphen", kNot},
    {"~", false, "'~' stands before its word", "write ~word"},
    {"<", false, "'<' compares a field with a value", "write it without blanks, as in year<2005"},
    {">", false, "'>' compares a field with a value", "write it without blanks, as in figure>1000"},
    {":", true, "':' has no field before it",
     "write field, colon and value without blanks, as in year:2003"},
}};

/// "near/5"; the word "near" alone is one.
bool has_number(std::string_view word, std::string_view name) {
  return word.size() > name.size() + 1 && word.starts_with(name) && word[name.size()] == '/' &&
         is_digit(word[name.size() + 1]);
}

/// "2002..2009": a range that no field stands before.
void refuse_range(std::string_view query, std::size_t place, std::string_view word) {
  const std::size_t dots = word.find("..");
  const bool range = dots != std::string_view::npos &&
                     word.find_first_of("0123456789") < word.size() &&
                     word.find_first_not_of("0123456789.-") == std::string_view::npos;
  if (range)
    throw QueryError("a range has no field before it", "write it as in year:2002..2009",
                     std::string(query), place);
}

/// "year=2003": a value of a field, as other languages write it.
void refuse_equals(std::string_view query, std::size_t place, std::string_view word) {
  const std::size_t at = word.find('=');
  if (at == std::string_view::npos || !find_field(to_lower(word.substr(0, at)))) return;
  throw QueryError("a field and its value are tied by ':'",
                   "write " + printable(word.substr(0, at)) + ":" + printable(word.substr(at + 1)),
                   std::string(query), place + at);
}

}  // namespace

void refuse_what_is_not_offered(std::string_view query, std::size_t place, std::string_view word) {
  for (const WordRow& row : kWords)
    if (row.with_number ? has_number(to_lower(word), row.word) : word == row.word)
      throw QueryError(std::string(row.message), std::string(row.advice), std::string(query),
                       place);
  refuse_equals(query, place, word);
  refuse_range(query, place, word);
  for (const SignRow& row : kSigns)
    if (const std::size_t at = word.find(row.sign);
        at != std::string_view::npos && (!row.first || (at == 0 && word.size() > row.sign.size())))
      throw QueryError(std::string(row.message), std::string(row.advice), std::string(query),
                       place + at);
}

std::string in_words(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "'" : " or '") + name + "'";
  return out;
}

void fail_unknown_field(std::string_view query, std::size_t place, std::string_view name) {
  std::vector<std::string> near;
  for (const std::string_view field : nearest_fields(to_lower(name))) near.emplace_back(field);
  throw QueryError("unknown field '" + printable(name) + "'" +
                       (near.empty() ? "" : "; did you mean " + in_words(near) + "?"),
                   "'undex fields' lists them; put the text in quotes to search for the words",
                   std::string(query), place);
}

}  // namespace undex::query
