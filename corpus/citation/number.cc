#include "corpus/citation/number.h"

#include <algorithm>
#include <array>

#include "corpus/symbol/grammar.h"
#include "corpus/symbol/letters.h"

namespace undex {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

bool is_year(int number) { return number >= 1946 && number < 2100; }

void read_letters(std::string_view plain, PrintedNumber& number) {
  const std::size_t at = skip_blanks(plain, number.end);
  if (at > number.end + 1) return;
  const auto letters = read_part_letters(plain, at);
  // A capital after a full stop or before a small word may begin a sentence, but no resolution
  // number stands before one without a stop: any single capital is a part.
  if (!letters || letters->name > "Q") return;
  number.letters = letters->name;
  number.end = letters->end;
}

// "57/295", "S-8/1", "2002/35"; `prefix` is "S-", "ES-" or empty.
std::optional<PrintedNumber> read_stroked(std::string_view plain, std::size_t begin,
                                          std::string_view prefix) {
  const std::size_t first_at = begin + prefix.size();
  const std::size_t first = digits_at(plain, first_at);
  const std::size_t second_at = first_at + first + 1;
  const std::size_t second = digits_at(plain, second_at);
  if (first == 0 || first > 4 || second == 0 || second > 4) return std::nullopt;
  const int before = number_of(piece(plain, first_at, first));
  const int after = number_of(piece(plain, second_at, second));
  if (after == 0 || before == 0 || plain[second_at] == '0' || plain[first_at] == '0')
    return std::nullopt;
  PrintedNumber number{.begin = begin,
                       .end = second_at + second,
                       .first = std::string(piece(plain, begin, prefix.size() + first)),
                       .second = std::string(piece(plain, second_at, second))};
  if (!prefix.empty()) {
    number.shape = NumberShape::special;
  } else if (first == 4) {
    if (!is_year(before) || second > 3) return std::nullopt;  // 1990/1991 is a span of years
    number.shape = NumberShape::year;
  }
  const char next = peek(plain, number.end);
  const std::size_t ranged = number.end + 1 + digits_at(plain, number.end + 1);
  const bool glued = next == '-' && is_digit(peek(plain, number.end + 1));
  // "64/10-64/12" is a range of two numbers.
  if (next == '/' || is_lower(next) || (glued && peek(plain, ranged) != '/')) return std::nullopt;
  read_letters(plain, number);
  return number;
}

// "1723 (2006)", "217 A (III)", "3411 A and B (XXX)".
std::optional<PrintedNumber> read_parenthesized(std::string_view plain, std::size_t begin) {
  const std::size_t digits = digits_at(plain, begin);
  if (digits == 0 || digits > 4 || plain[begin] == '0') return std::nullopt;
  PrintedNumber number{
      .begin = begin, .end = begin + digits, .first = std::string(piece(plain, begin, digits))};
  read_letters(plain, number);
  const std::size_t bracket = skip_blanks(plain, number.end);
  const auto session = read_symbol_session(plain, bracket);
  // "article 11 (c)" is a point.
  if (!session || is_lower(peek(plain, bracket + 1))) return std::nullopt;
  number.second = session->name;
  number.shape = is_digit(session->name.front()) ? NumberShape::in_year : NumberShape::roman;
  number.end = session->end;
  if (number.letters.empty()) {
    PrintedNumber after = number;
    read_letters(plain, after);
    const char next = peek(plain, after.end);
    if (next != ' ' || !is_lower(peek(plain, after.end + 1))) number = after;
  }
  return number;
}

// The "64/10" before "-64/12".
bool ends_stroked(std::string_view plain, std::size_t end) {
  constexpr std::size_t kMaxDigits = 4;
  std::size_t at = end;
  while (at > 0 && end - at <= kMaxDigits && is_digit(plain[at - 1])) --at;
  return at < end && at > 1 && plain[at - 1] == '/' && is_digit(plain[at - 2]);
}

}  // namespace

std::string PrintedNumber::normal() const {
  std::string text = first;
  if (shape == NumberShape::in_year || shape == NumberShape::roman) {
    text.append("(").append(second).append(")");
    if (!letters.empty()) text.append("[").append(letters).append("]");
    return text;
  }
  text.append("/").append(second).append(letters);
  return text;
}

std::optional<PrintedNumber> read_printed_number(std::string_view plain, std::size_t at) {
  const char before = at > 0 ? plain[at - 1] : ' ';
  if (is_alnum(before) || before == '/' || before == '.') return std::nullopt;
  if (before == '-' && !ends_stroked(plain, at - 1)) return std::nullopt;
  for (std::string_view prefix : {"ES-", "S-", ""}) {
    if (!piece(plain, at).starts_with(prefix)) continue;
    const std::size_t digits = digits_at(plain, at + prefix.size());
    if (peek(plain, at + prefix.size() + digits) == '/') return read_stroked(plain, at, prefix);
  }
  return read_parenthesized(plain, at);
}

std::size_t skip_date_words(std::string_view plain, std::size_t at) {
  static constexpr std::array<std::string_view, 8> kLeads{
      ", of ", " of ", " adopted on ", ", adopted on ", " dated ", " on ", ", on ", " ("};
  std::size_t day = at;
  for (std::string_view lead : kLeads) {
    if (piece(plain, at).starts_with(lead)) day = at + lead.size();
    if (day != at) break;
  }
  if (day == at) return at;
  const bool bracket = plain[day - 1] == '(';
  std::size_t next = day + digits_at(plain, day);
  for (std::string_view joint : {" and ", "-", " to "}) {
    const std::size_t second = next + joint.size();
    if (next > day && piece(plain, next).starts_with(joint) && digits_at(plain, second) > 0) {
      next = second + digits_at(plain, second);
      break;
    }
  }
  next = skip_blanks(plain, next);
  for (std::string_view month : kMonths) {
    if (!piece(plain, next).starts_with(month)) continue;
    std::size_t year = skip_blanks(plain, next + month.size());
    if (digits_at(plain, year) != 4) return at;
    year += 4;
    if (bracket && peek(plain, year) != ')') return at;
    return bracket ? year + 1 : year;
  }
  return at;
}

bool more_dates_at(std::string_view plain, std::size_t at) {
  for (std::string_view joint : {", and ", ", ", " and "}) {
    if (!piece(plain, at).starts_with(joint)) continue;
    const std::size_t day = at + joint.size();
    const std::size_t digits = digits_at(plain, day);
    const std::string_view month = piece(plain, skip_blanks(plain, day + digits));
    return digits > 0 && digits < 3 && std::ranges::any_of(kMonths, [&](std::string_view name) {
             return month.starts_with(name);
           });
  }
  return false;
}

}  // namespace undex
