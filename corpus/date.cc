#include "corpus/date.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "corpus/ascii.h"

namespace undex {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays.at(static_cast<std::size_t>(month - 1));
}

bool exists(const Date& date) {
  if (date.year < 1000 || date.year > 2999) return false;
  if (date.month < 0 || date.month > 12) return false;
  if (date.day == 0) return true;
  return date.month > 0 && date.day >= 1 && date.day <= days_in(date.year, date.month);
}

/// A number, a month's name, a joining mark or another word of a text; blanks lie between tokens.
struct Token {
  enum class Kind { number, month, dash, conjunction, comma, other };
  Kind kind = Kind::other;
  int value = 0;
  std::size_t digits = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

int month_of(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (word == kMonths[i] || (word.size() == 3 && word == kMonths[i].substr(0, 3)) ||
        (word == "Sept" && i == 8))
      return static_cast<int>(i) + 1;
  return 0;
}

Token number_token(std::string_view text, std::size_t& at) {
  Token token{.kind = Token::Kind::number, .begin = at};
  while (at < text.size() && is_digit(text[at])) {
    if (at - token.begin < 8) token.value = token.value * 10 + (text[at] - '0');
    ++at;
  }
  token.digits = at - token.begin;
  token.end = at;
  return token;
}

Token word_token(std::string_view text, std::size_t& at) {
  Token token{.begin = at};
  while (at < text.size() && is_letter(text[at])) ++at;
  token.end = at;
  const std::string_view word = text.substr(token.begin, at - token.begin);
  token.value = month_of(word);
  if (token.value > 0) token.kind = Token::Kind::month;
  if (word == "and" || word == "to") token.kind = Token::Kind::conjunction;
  return token;
}

/// The next token from `at` on; blanks and no-break spaces are passed over.
std::optional<Token> next_token(std::string_view text, std::size_t& at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' ||
                              text[at] == '\r' || text.substr(at, 2) == "\u00a0"))
    at += text[at] == '\xc2' ? 2 : 1;
  if (at >= text.size()) return std::nullopt;
  if (is_digit(text[at])) return number_token(text, at);
  if (is_letter(text[at])) return word_token(text, at);
  Token token{.begin = at};
  if (text[at] == '-') {
    token.kind = Token::Kind::dash;
    ++at;
  } else if (text.substr(at, 3) == "\u2013" || text.substr(at, 3) == "\u2014" ||
             text.substr(at, 3) == "\u2011") {
    token.kind = Token::Kind::dash;
    at += 3;
  } else {
    token.kind = text[at] == ',' ? Token::Kind::comma : Token::Kind::other;
    ++at;
  }
  token.end = at;
  return token;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0;;) {
    const std::optional<Token> token = next_token(text, at);
    if (!token) return tokens;
    tokens.push_back(*token);
  }
}

bool is_day(const Token& token) {
  return token.kind == Token::Kind::number && token.digits <= 2 && token.value >= 1 &&
         token.value <= 31;
}
bool is_year(const Token& token) { return token.kind == Token::Kind::number && token.digits == 4; }
bool is_month(const Token& token) { return token.kind == Token::Kind::month; }

std::optional<Date> parse_iso(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : !is_digit(text[i])) return std::nullopt;
  const auto part = [&](std::size_t begin, std::size_t length) {
    int value = 0;
    for (const char c : text.substr(begin, length)) value = value * 10 + (c - '0');
    return value;
  };
  Date date{.year = part(0, 4)};
  if (text.size() > 4 && (date.month = part(5, 2)) == 0) return std::nullopt;
  if (text.size() > 7 && (date.day = part(8, 2)) == 0) return std::nullopt;
  return exists(date) ? std::optional(date) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// A date that begins with the token at the front: "28 May 2003", "May 2003"; `used` gets the
/// number of tokens.
std::optional<Date> date_at(const Token* token, std::size_t count, std::size_t& used) {
  Date date;
  if (count >= 3 && is_day(token[0]) && is_month(token[1]) && is_year(token[2])) {
    date = {.year = token[2].value, .month = token[1].value, .day = token[0].value};
    used = 3;
  } else if (count >= 2 && is_month(token[0]) && is_year(token[1])) {
    date = {.year = token[1].value, .month = token[0].value};
    used = 2;
  } else {
    return std::nullopt;
  }
  return exists(date) ? std::optional(date) : std::nullopt;
}

}  // namespace

std::string Date::iso() const {
  char buffer[40];
  if (day > 0)
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
  else if (month > 0)
    std::snprintf(buffer, sizeof buffer, "%04d-%02d", year, month);
  else
    std::snprintf(buffer, sizeof buffer, "%04d", year);
  return buffer;
}

std::string Date::printed() const {
  std::string out = day > 0 ? std::to_string(day) + " " : "";
  if (month > 0) out += std::string(kMonths.at(static_cast<std::size_t>(month - 1))) + " ";
  return out + std::to_string(year);
}

std::optional<Date> parse_date(std::string_view text) {
  text = trimmed(text);
  if (const std::optional<Date> iso = parse_iso(text)) return iso;
  if (text.size() > 64) return std::nullopt;
  const std::vector<Token> tokens = tokens_of(text);
  std::size_t used = 0;
  const std::optional<Date> date = date_at(tokens.data(), tokens.size(), used);
  return date && used == tokens.size() ? date : std::nullopt;
}

std::optional<DateMatch> find_date(std::string_view text, std::size_t from) {
  std::vector<Token> window;  // a date is three tokens at most
  std::size_t at = std::min(from, text.size());
  for (bool more = true; more || !window.empty();) {
    while (more && window.size() < 3) {
      const std::optional<Token> token = next_token(text, at);
      more = token.has_value();
      if (token) window.push_back(*token);
    }
    std::size_t used = 0;
    if (const std::optional<Date> date = date_at(window.data(), window.size(), used))
      return DateMatch{window[0].begin, window[used - 1].end, *date};
    if (!window.empty()) window.erase(window.begin());
  }
  return std::nullopt;
}

std::optional<std::string> find_date_range(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text);
  const auto joins = [](const Token& token) {
    return token.kind == Token::Kind::dash || token.kind == Token::Kind::conjunction;
  };
  for (std::size_t i = 0; i + 4 < tokens.size(); ++i) {
    // first day [month [year]] joint last day month year
    if (!is_day(tokens[i])) continue;
    std::size_t at = i + 1;
    int month = 0;
    int year = 0;
    if (is_month(tokens[at])) month = tokens[at++].value;
    if (month > 0 && at < tokens.size() && is_year(tokens[at])) year = tokens[at++].value;
    if (at >= tokens.size() || !joins(tokens[at])) continue;
    std::size_t used = 0;
    const std::optional<Date> last = date_at(&tokens[at] + 1, tokens.size() - at - 1, used);
    if (!last || last->day == 0) continue;
    const Date first{.year = year > 0 ? year : last->year,
                     .month = month > 0 ? month : last->month,
                     .day = tokens[i].value};
    if (exists(first) && first <= *last) return first.iso() + "/" + last->iso();
  }
  return std::nullopt;
}

}  // namespace undex
