#include "corpus/figure/special.h"

#include <array>

#include "corpus/figure/unit.h"

namespace undex {
namespace {

using namespace word_kind;

std::optional<SpecialFigure> frequency_at(const FigureText& text, std::size_t i) {
  static constexpr std::array<std::string_view, 3> kTimes = {"once", "twice", "thrice"};
  for (std::size_t times = 0; times < kTimes.size(); ++times) {
    if (text.word(i) != kTimes[times]) continue;
    std::size_t end = i + 1;
    const std::string per = per_unit_at(text, i + 1, end);
    if (per.empty()) return std::nullopt;
    return SpecialFigure{.begin = i,
                         .end = i + 1,
                         .unit_end = end,
                         .value = std::to_string(times + 1),
                         .unit = "times/" + per,
                         .rule = "frequency"};
  }
  return std::nullopt;
}

/// "for another year", "an additional month": one more of them.
std::optional<SpecialFigure> another_at(const FigureText& text, std::size_t i) {
  std::size_t end = i + 1;
  if (text.word(i) == "an" && (text.word(i + 1) == "additional" || text.word(i + 1) == "extra"))
    ++end;
  else if (text.word(i) == "a" && text.word(i + 1) == "further")
    ++end;
  else if (text.word(i) != "another")
    return std::nullopt;
  const std::string_view noun = text.word(end);
  if (!text.is(end, kTimeUnit) || noun.ends_with("s") || noun == "second") return std::nullopt;
  return SpecialFigure{.begin = i,
                       .end = end,
                       .unit_end = end + 1,
                       .value = "1",
                       .unit = std::string(noun),
                       .rule = "another"};
}

struct Part {
  std::string_view name;
  int of;
};
constexpr std::array kParts{Part{"half", 2},   Part{"third", 3}, Part{"quarter", 4},
                            Part{"fourth", 4}, Part{"fifth", 5}, Part{"sixth", 6},
                            Part{"tenth", 10}};

int denominator(std::string_view word) {
  const std::string singular = word == "halves" ? "half" : singular_of(word);
  for (const Part& part : kParts)
    if (singular == part.name) return part.of;
  return 0;
}

/// 2 of 3 -> "0.667".
std::string quotient(long long count, int of) {
  const long long thousandths = (count * 1000 + of / 2) / of;
  std::string part = std::to_string(thousandths % 1000);
  part.insert(0, 3 - part.size(), '0');
  while (!part.empty() && part.back() == '0') part.pop_back();
  return std::to_string(thousandths / 1000) + (part.empty() ? "" : "." + part);
}

/// "two thirds", "one-third", "a quarter", "half": count and denominator; the end, 0 for none.
std::size_t read_fraction(const FigureText& text, std::size_t i, long long& count, int& of) {
  const std::string_view word = text.word(i);
  const std::size_t hyphen = word.find('-');
  count = 1;
  if (word == "half") {
    of = 2;
    return i > 0 && text.is(i - 1, kOrdinal | kDeterminer) ? 0 : i + 1;
  }
  std::string_view numerator = word;
  std::string_view rest = text.word(i + 1);
  std::size_t end = i + 2;
  if (hyphen != std::string_view::npos) {
    numerator = word.substr(0, hyphen);
    rest = word.substr(hyphen + 1);
    end = i + 1;
  }
  of = denominator(rest);
  if (of == 0) return 0;
  if (numerator == "a" || numerator == "an") return end;
  const std::optional<long long> value = value_of_word(numerator);
  if (!value || *value < 1 || *value >= of) return 0;
  count = *value;
  return end;
}

std::optional<SpecialFigure> fraction_at(const FigureText& text, std::size_t i) {
  long long count = 1;
  int of = 0;
  const std::size_t end = read_fraction(text, i, count, of);
  if (end == 0) return std::nullopt;
  const bool of_all = text.word(end) == "of";
  const bool half_the =
      text.word(i) == "half" && (text.word(end) == "the" || text.word(end) == "its");
  if (!of_all && !half_the) return std::nullopt;
  std::size_t noun = end + 1;
  if (text.is(noun, kDeterminer)) ++noun;
  const UnitPhrase whole = unit_at(text, noun, true);
  if (whole.text.empty() || whole.time) return std::nullopt;
  return SpecialFigure{.begin = i,
                       .end = end,
                       .unit_end = whole.end,
                       .value = quotient(count, of),
                       .unit = "share of " + whole.text,
                       .rule = "fraction"};
}

/// "one in five households", "three out of four respondents".
std::optional<SpecialFigure> odds_at(const FigureText& text, std::size_t i) {
  const std::optional<long long> count = value_of_word(text.word(i));
  if (!count || *count < 1) return std::nullopt;
  const bool out_of = text.word(i + 1) == "out" && text.word(i + 2) == "of";
  const bool in = text.word(i + 1) == "in" && *count <= 2;
  const bool every = text.word(i + 2) == "every";
  if (!out_of && !in) return std::nullopt;
  const std::size_t last = i + (out_of || every ? 3 : 2);
  const std::optional<long long> of = value_of_word(text.word(last));
  if (!of || *of <= *count || *of > 10) return std::nullopt;
  const UnitPhrase whole = unit_at(text, last + 1, false);
  if (whole.text.empty() || whole.time) return std::nullopt;
  return SpecialFigure{.begin = i,
                       .end = last + 1,
                       .unit_end = whole.end,
                       .value = quotient(*count, static_cast<int>(*of)),
                       .unit = "share of " + whole.text,
                       .rule = "fraction"};
}

/// A time of day as 24 hours: "17.30"; the end, or nothing.
std::optional<std::string> clock_at(const FigureText& text, std::size_t i, std::size_t& end) {
  const std::string_view printed = text.number(i);
  if (printed.empty() || printed.size() > 5 || text.at(i).grouped) return std::nullopt;
  const std::size_t point = printed.find('.');
  int hour = number_of(printed.substr(0, point));
  std::string_view minutes = point == std::string_view::npos ? "" : printed.substr(point + 1);
  end = i + 1;
  if (text.sign(end) == ':' && text.number(end + 1).size() == 2 && text.glued(end + 1)) {
    minutes = text.number(end + 1);
    end += 2;
  }
  const std::string_view half = text.word(end);
  const bool dotted =
      (half == "a" || half == "p") && text.sign(end + 1) == '.' && text.word(end + 2) == "m";
  if (!dotted && half != "am" && half != "pm") return std::nullopt;
  if (hour < 1 || hour > 12 || (!minutes.empty() && minutes.size() != 2)) return std::nullopt;
  if (half[0] == 'p' && hour < 12) hour += 12;
  end += dotted ? 3 : 1;
  if (dotted && text.sign(end) == '.' && text.glued(end)) ++end;
  return std::to_string(hour) + (minutes.empty() ? "" : "." + std::string(minutes));
}

std::optional<SpecialFigure> hours_at(const FigureText& text, std::size_t i) {
  SpecialFigure found{.begin = i, .unit = "hours of day", .rule = "hours"};
  const std::optional<std::string> from = clock_at(text, i, found.end);
  if (!from) return std::nullopt;
  const std::string_view joint = text.word(found.end);
  if (joint != "to" && joint != "and" && joint != "until" && !text.is_dash(found.end))
    return std::nullopt;
  const std::optional<std::string> to = clock_at(text, found.end + 1, found.end);
  if (!to) return std::nullopt;
  found.value = *from;
  found.upper = *to;
  found.unit_end = found.end;
  return found;
}

}  // namespace

std::optional<SpecialFigure> special_figure_at(const FigureText& text, std::size_t token) {
  if (!text.number(token).empty()) return hours_at(text, token);
  if (text.word(token).empty()) return std::nullopt;
  if (std::optional<SpecialFigure> found = frequency_at(text, token)) return found;
  if (std::optional<SpecialFigure> found = another_at(text, token)) return found;
  if (std::optional<SpecialFigure> found = odds_at(text, token)) return found;
  return fraction_at(text, token);
}

}  // namespace undex
