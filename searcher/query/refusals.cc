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

struct NotOffered {
  std::string_view mark;
  std::string_view message;
  std::string_view advice;
};
constexpr std::string_view kQuote = "put the word in quotes to search for it as it stands";

constexpr std::array<NotOffered, 3> kOperators = {{
    {"NEAR", "'NEAR' is not offered yet", "use a phrase in quotes; \"NEAR\" finds the word"},
    {"ADJ", "'ADJ' is not offered yet", "use a phrase in quotes; \"ADJ\" finds the word"},
    {"XOR", "'XOR' is not offered", "write (a OR b) with NOT; \"XOR\" finds the word"},
}};
constexpr std::array<NotOffered, 3> kCharacters = {{
    {"*", "the wildcard '*' is not offered yet",
     "write the words out, joined by OR; endings of words are found without it"},
    {"~", "'~' is not offered yet", kQuote},
    {"^", "'^' is not offered", kQuote},
}};

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "NEAR", "NEAR/5".
bool is_operator_word(std::string_view word, std::string_view name) {
  if (!word.starts_with(name)) return false;
  const std::string_view rest = word.substr(name.size());
  return rest.empty() || (rest.front() == '/' && is_digits(rest.substr(1)));
}

}  // namespace

void refuse_what_is_not_offered(std::string_view query, std::size_t place, std::string_view word) {
  for (const NotOffered& row : kOperators)
    if (is_operator_word(word, row.mark))
      throw QueryError(std::string(row.message), std::string(row.advice), std::string(query),
                       place);
  for (const NotOffered& row : kCharacters)
    if (const std::size_t at = word.find(row.mark); at != std::string_view::npos)
      throw QueryError(std::string(row.message), std::string(row.advice), std::string(query),
                       place + at);
  // At the end of a word it ends a question.
  const std::size_t mark = word.find('?');
  if (mark != std::string_view::npos && mark + 1 < word.size() && is_letter(word[mark + 1]))
    throw QueryError("the wildcard '?' is not offered yet", std::string(kQuote), std::string(query),
                     place + mark);
}

void fail_unknown_field(std::string_view query, std::size_t place, std::string_view name) {
  std::string message = "unknown field '" + printable(name) + "'";
  std::string_view mark = "; did you mean '";
  for (const std::string_view near : nearest_fields(to_lower(name))) {
    message += std::string(mark) + std::string(near) + "'";
    mark = " or '";
  }
  if (mark == " or '") message += "?";
  throw QueryError(message,
                   "'undex fields' lists them; put the text in quotes to search for the words",
                   std::string(query), place);
}

}  // namespace undex::query
