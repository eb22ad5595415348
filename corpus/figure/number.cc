#include "corpus/figure/number.h"

#include <array>

#include "corpus/strings.h"

namespace undex {
namespace {

using namespace word_kind;

constexpr long long kMostInWords = 1'000'000'000'000'000;

int zeros_of(std::string_view scale) {
  long long value = value_of_word(scale).value_or(1);
  int zeros = 0;
  for (; value >= 10; value /= 10) ++zeros;
  return zeros;
}

bool is_scale(const FigureText& text, std::size_t i) {
  return text.is(i, kScale) && value_of_word(text.word(i)) && text.word(i) != "dozen";
}

/// "%", "per cent", "percent", "percentage points": tokens taken, 0 for none.
std::size_t percent_at(const FigureText& text, std::size_t i, std::string& unit) {
  std::size_t tokens = 0;
  if (text.sign(i) == '%' || text.word(i) == "percent") tokens = 1;
  if (text.word(i) == "per" && text.word(i + 1) == "cent") tokens = 2;
  if (tokens > 0) unit = "per cent";
  if (text.word(i) == "percentage" && text.word(i + 1).starts_with("point")) {
    unit = "percentage points";
    tokens = 2;
  }
  return tokens;
}

struct Currency {
  std::size_t begin = 0;  ///< its first token
  std::string_view unit;
};

/// The currency printed before the number at `i`: "$", "US$", "EUR".
std::optional<Currency> currency_before(const FigureText& text, std::size_t i) {
  if (i == 0) return std::nullopt;
  struct Row {
    std::string_view mark;
    std::string_view unit;
  };
  static constexpr std::array<Row, 4> kCodes = {
      {{"usd", "dollars"}, {"eur", "euros"}, {"chf", "Swiss francs"}, {"gbp", "pounds sterling"}}};
  switch (text.sign(i - 1)) {
    case '$': {
      const bool country =
          i > 1 && text.glued(i - 1) && !text.word(i - 2).empty() && text.word(i - 2).size() <= 3;
      return Currency{country ? i - 2 : i - 1, "dollars"};
    }
    case kEuro:
      return Currency{i - 1, "euros"};
    case kPound:
      return Currency{i - 1, "pounds sterling"};
    case kYen:
      return Currency{i - 1, "yen"};
    default:
      break;
  }
  for (const Row& row : kCodes)
    if (text.word(i - 1) == row.mark) return Currency{i - 1, row.unit};
  return std::nullopt;
}

/// "-2.5 per cent", "minus 300": a sign stands free before the number.
void read_minus(const FigureText& text, Number& number) {
  if (number.begin == 0) return;
  const std::size_t sign = number.begin - 1;
  const bool dash = text.sign(sign) == '-' && !text.glued(sign) && text.glued(number.begin);
  const bool joins = sign > 0 && !text.number(sign - 1).empty();
  if (!(dash && !joins) && text.word(sign) != "minus") return;
  number.begin = sign;
  number.value.insert(0, 1, '-');
  number.bare = false;
}

/// "250-person", "24-hour-a-day": the unit joined to the number by a hyphen.
void read_compound(const FigureText& text, Number& number) {
  if (text.sign(number.end) != '-' || !text.glued(number.end) || !text.glued(number.end + 1))
    return;
  const std::string_view word = text.word(number.end + 1);
  const std::vector<std::string_view> parts = split(word, '-');
  if (word.empty() || (kinds_of_word(parts[0]) & kMeasure) == 0) return;
  number.unit = plural_of(parts[0]);
  if (parts.size() == 3 && (parts[1] == "a" || parts[1] == "per"))
    number.unit += "/" + std::string(parts[2]);
  number.compound = true;
  number.bare = false;
  number.end += 2;
}

std::optional<Number> digits_number(const FigureText& text, std::size_t i) {
  const std::string_view printed = text.number(i);
  if (printed.empty()) return std::nullopt;
  Number number{.begin = i, .end = i + 1, .value = plain_decimal(printed)};
  number.digits = true;
  number.bare = !text.at(i).grouped && !text.at(i).decimal;
  if (const std::optional<Currency> currency = currency_before(text, i)) {
    number.begin = currency->begin;
    number.unit = currency->unit;
    number.bare = false;
  }
  const std::size_t hyphen = text.sign(number.end) == '-' && text.glued(number.end + 1) ? 1 : 0;
  if (is_scale(text, number.end + hyphen)) {
    number.value = scaled(number.value, zeros_of(text.word(number.end + hyphen)));
    number.end += hyphen + 1;
    number.bare = false;
  }
  if (const std::size_t tokens = percent_at(text, number.end, number.unit)) {
    number.end += tokens;
    number.bare = false;
  }
  if (number.unit.empty()) read_compound(text, number);
  if (!number.compound) read_minus(text, number);
  return number;
}

/// Value of "twenty-one" and of single number words; parts after the number, of "six-day", stay in
/// `rest`.
std::optional<long long> hyphened_value(std::string_view word, std::string_view& rest) {
  if (const std::optional<long long> simple = value_of_word(word)) return simple;
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const std::optional<long long> first = value_of_word(word.substr(0, hyphen));
  if (!first) return std::nullopt;
  rest = word.substr(hyphen + 1);
  const std::size_t next = rest.find('-');
  const std::optional<long long> second = value_of_word(rest.substr(0, next));
  if (!second) return first;
  rest = next == std::string_view::npos ? std::string_view() : rest.substr(next + 1);
  return *second >= 100 ? *first * *second : *first + *second;
}

/// "one hundred and five thousand": adds up the words that go on a number of words.
long long read_on(const FigureText& text, Number& number, long long value) {
  constexpr int kMostWords = 12;
  long long sum = 0;
  for (int words = 0; words < kMostWords && value < kMostInWords; ++words) {
    const std::size_t and_word = text.word(number.end) == "and" && value >= 100 ? 1 : 0;
    std::string_view rest;
    const std::optional<long long> next = hyphened_value(text.word(number.end + and_word), rest);
    if (!next || !rest.empty()) break;
    if (*next >= 100 && and_word == 0) {
      value *= *next;
      if (*next >= 1000) {
        sum += value;
        value = 0;
      }
    } else if (*next < 100 && (value >= 100 || (value == 0 && sum > 0))) {
      value += *next;
    } else {
      break;
    }
    number.end += and_word + 1;
  }
  return sum + value;
}

/// "two and a half years", "one and a half million".
void read_half(const FigureText& text, Number& number) {
  if (text.word(number.end) != "and" || text.word(number.end + 1) != "a" ||
      text.word(number.end + 2) != "half")
    return;
  number.value += ".5";
  number.end += 3;
  if (!is_scale(text, number.end)) return;
  number.value = scaled(number.value, zeros_of(text.word(number.end)));
  ++number.end;
}

std::optional<Number> words_number(const FigureText& text, std::size_t i) {
  if (text.word(i).empty()) return std::nullopt;
  std::string_view rest;
  const std::optional<long long> first = hyphened_value(text.word(i), rest);
  if (!first || text.is(i, kScale) || (text.kinds(i) == 0 && text.word(i) == "bn"))
    return std::nullopt;
  Number number{.begin = i, .end = i + 1};
  if (!rest.empty()) {
    const std::vector<std::string_view> parts = split(rest, '-');
    const bool ordinal = parts[0] == "second" && *first >= 20;  // "thirty-second session"
    if ((kinds_of_word(parts[0]) & kMeasure) == 0 || ordinal) return std::nullopt;
    number.value = std::to_string(*first);
    number.unit = plural_of(parts[0]);
    if (parts.size() == 3 && (parts[1] == "a" || parts[1] == "per"))
      number.unit += "/" + std::string(parts[2]);
    number.compound = true;
    return number;
  }
  number.value = std::to_string(read_on(text, number, *first));
  read_half(text, number);
  number.end += percent_at(text, number.end, number.unit);
  return number;
}

/// "a hundred", "an hour and a half", "half a million".
std::optional<Number> article_number(const FigureText& text, std::size_t i) {
  const std::string_view word = text.word(i);
  if (word == "half" && text.word(i + 1) == "a" && is_scale(text, i + 2))
    return Number{.begin = i, .end = i + 3, .value = scaled("0.5", zeros_of(text.word(i + 2)))};
  if (word != "a" && word != "an") return std::nullopt;
  const bool half = text.is(i + 1, kTimeUnit) && text.word(i + 2) == "and" &&
                    text.word(i + 3) == "a" && text.word(i + 4) == "half";
  if (half) {
    Number number{.begin = i, .end = i + 5, .value = "1.5", .unit = plural_of(text.word(i + 1))};
    number.half_unit = true;
    return number;
  }
  const std::optional<long long> value = value_of_word(text.word(i + 1));
  if (!value || !text.is(i + 1, kScale)) return std::nullopt;
  Number number{.begin = i, .end = i + 2};
  number.value = std::to_string(read_on(text, number, *value));
  return number;
}

std::optional<Number> single_number(const FigureText& text, std::size_t i) {
  if (std::optional<Number> number = digits_number(text, i)) return number;
  if (std::optional<Number> number = words_number(text, i)) return number;
  return article_number(text, i);
}

/// "10 to 15", "10-15", "between 10 and 20", "two or three": the upper end, when it is one.
void read_range(const FigureText& text, Number& number) {
  if (number.compound || number.half_unit) return;
  const std::string_view before = number.begin > 0 ? text.word(number.begin - 1) : "";
  const std::string_view joint = text.word(number.end);
  const bool dash = text.is_dash(number.end);
  const bool to = joint == "to" && before != "from";  // "from 10 to 15" tells of a change
  const bool between = joint == "and" && before == "between";
  if (!dash && !to && !between && joint != "or") return;
  std::size_t next = number.end + 1;
  if (text.sign(next) == '$' || text.sign(next) == kEuro) ++next;
  if (text.word(next) == "us" && text.sign(next + 1) == '$') next += 2;
  const std::optional<Number> upper = single_number(text, next);
  if (!upper || !upper->upper.empty()) return;
  if (number.digits != upper->digits) return;
  if (!number.unit.empty() && !upper->unit.empty() && number.unit != upper->unit) return;
  std::string lower = number.value;
  // "2 to 3 million"
  if (upper->end > next + 1 && is_scale(text, upper->end - 1) && !is_scale(text, number.end - 1))
    lower = scaled(lower, zeros_of(text.word(upper->end - 1)));
  if (!is_less(lower, upper->value)) return;
  number.value = lower;
  number.upper = upper->value;
  if (!upper->unit.empty()) number.unit = upper->unit;
  number.compound = upper->compound;
  number.bare = number.bare && upper->bare;
  number.end = upper->end;
}

}  // namespace

std::string plain_decimal(std::string_view printed) {
  std::string out;
  for (const char c : printed)
    if (is_digit(c) || c == '.') out += c;
  return scaled(out, 0);
}

std::string scaled(const std::string& decimal, int zeros) {
  const std::size_t point = decimal.find('.');
  std::string whole = decimal.substr(0, point);
  std::string part = point == std::string::npos ? "" : decimal.substr(point + 1);
  for (; zeros > 0; --zeros) {
    whole += part.empty() ? '0' : part.front();
    if (!part.empty()) part.erase(0, 1);
  }
  while (!part.empty() && part.back() == '0') part.pop_back();
  const std::size_t first = std::min(whole.find_first_not_of('0'), whole.size() - 1);
  whole.erase(0, first);
  return part.empty() ? whole : whole + "." + part;
}

bool is_less(const std::string& a, const std::string& b) {
  const std::size_t whole_a = std::min(a.find('.'), a.size());
  const std::size_t whole_b = std::min(b.find('.'), b.size());
  return whole_a != whole_b ? whole_a < whole_b : a < b;
}

std::optional<Number> number_at(const FigureText& text, std::size_t token) {
  std::optional<Number> number = single_number(text, token);
  if (number) read_range(text, *number);
  return number;
}

}  // namespace undex
