#include "corpus/figure/unit.h"

#include <array>

namespace undex {
namespace {

using namespace word_kind;

constexpr std::size_t kMostWords = 8;

bool goes_on(const FigureText& text, std::size_t i) {
  return !text.word(i).empty() && text.at(i).blank && !text.is(i, kBreaksPhrase | kNumber);
}

/// "United Nations entities": the plural of a name that goes on is no head.
bool is_inner_plural(const FigureText& text, std::size_t i) {
  const bool second = text.word(i) == "nations" || text.word(i) == "states";
  return second && i > 0 && text.word(i - 1) == "united" && goes_on(text, i + 1);
}

bool ends_head(const FigureText& text, std::size_t i) {
  if (!is_plural_noun(text.word(i)) || is_inner_plural(text, i)) return false;
  if (!goes_on(text, i + 1)) return true;
  const std::string_view next = text.word(i + 1);
  // "women leaders", "staff members", "communications officers", "United States dollars"
  if (is_plural_noun(next)) return text.is(i, kTimeUnit);
  // "staff training courses" against "staff attended"
  return !((text.is(i, kPlural) || text.at(i).capital) && !next.ends_with("ed") &&
           !next.ends_with("ing") && goes_on(text, i + 2) && is_plural_noun(text.word(i + 2)));
}

/// " and printers" after "personal computers": counted together.
std::size_t skip_second_head(const FigureText& text, std::size_t end) {
  if (text.word(end) != "and" && text.word(end) != "or") return end;
  for (std::size_t i = end + 1; i < end + 4 && goes_on(text, i); ++i) {
    if (!is_plural_noun(text.word(i)) || goes_on(text, i + 1)) continue;
    // "missions and United Nations and other offices": a name, no second head
    if (text.at(i).capital) return end;
    // "held 5 meetings and provides the members ...": a verb has its object after it
    const bool object = text.is(i + 1, kDeterminer) || text.is(i + 1, kPronoun);
    return object || text.is(i, kTimeUnit) ? end : i + 1;
  }
  return end;
}

/// "of the", "of its other": a part of what is counted; the begin of the phrase after it.
std::size_t skip_partitive(const FigureText& text, std::size_t i) {
  if (text.word(i) != "of") return i;
  std::size_t at = i + 1;
  for (int words = 0; words < 3; ++words) {
    const bool number = !text.number(at).empty() || text.is(at, kNumber);
    if (!text.is(at, kDeterminer) && !number) break;
    ++at;
  }
  return at;
}

/// End of the phrase: after its plural head; `i` when there is none.
std::size_t plural_phrase(const FigureText& text, std::size_t i) {
  std::size_t at = i;
  for (std::size_t words = 0; words < kMostWords; ++words, ++at) {
    // "two comprehensive, independent and timely reports"
    if (words > 0 && (text.sign(at) == ',' || text.word(at) == "and") && goes_on(text, at + 1))
      ++at;
    if (!goes_on(text, at) && !(at == i && !text.word(at).empty() && goes_on(text, at))) return i;
    if (ends_head(text, at)) return at + 1;
  }
  return i;
}

/// End of a phrase in the singular: the words up to one that ends it.
std::size_t singular_phrase(const FigureText& text, std::size_t i) {
  std::size_t at = i;
  while (at < i + 5 && goes_on(text, at)) {
    const std::string_view word = text.word(at);
    const bool verbal = word.ends_with("ed") || word.ends_with("ing");
    if (verbal && (at > i || !goes_on(text, at + 1))) break;
    // "one incident involves": after a noun in the singular this is a verb
    const bool verb = word.back() == 's' && is_plural_noun(word) && !text.is(at, kPlural);
    if (at > i && verb && !is_inner_plural(text, at)) break;
    ++at;
    if (text.is(at - 1, kTimeUnit)) break;
  }
  // "one representative's", "one third": what is counted does not stand here
  if (at > i && (text.word(at - 1).ends_with("'s") || text.is(i, kFraction))) return i;
  return at;
}

/// "kB", "km", but not the G of "3G" nor the M of "5 M".
bool is_symbol(const FigureText& text, std::size_t i) {
  const bool lone_capital = text.word(i).size() == 1 && text.at(i).capital;
  return text.is(i, kUnitSymbol) && !text.is(i, kBreaksPhrase) && !lone_capital;
}

}  // namespace

std::string per_unit_at(const FigureText& text, std::size_t token, std::size_t& end) {
  struct Row {
    std::string_view word;
    std::string_view unit;
  };
  static constexpr std::array<Row, 7> kAdverbs = {{{"annually", "year"},
                                                   {"yearly", "year"},
                                                   {"monthly", "month"},
                                                   {"weekly", "week"},
                                                   {"daily", "day"},
                                                   {"hourly", "hour"},
                                                   {"quarterly", "quarter"}}};
  for (const Row& row : kAdverbs)
    if (text.word(token) == row.word) {
      end = token + 1;
      return std::string(row.unit);
    }
  const std::string_view word = text.word(token);
  const bool each = word == "each" || word == "every" || word == "a" || word == "an";
  if (word != "per" && !(each && text.is(token + 1, kTimeUnit))) return {};
  if (!goes_on(text, token + 1) || text.word(token + 1) == "cent") return {};
  end = token + 2;
  return std::string(text.word(token + 1));
}

UnitPhrase unit_at(const FigureText& text, std::size_t token, bool one) {
  UnitPhrase unit{.begin = token, .end = token};
  std::size_t begin = skip_partitive(text, token);
  unit.partitive = begin != token;
  while (text.is(begin, kMore)) ++begin;
  std::size_t end = plural_phrase(text, begin);
  const bool plural = end > begin;
  if (one) end = singular_phrase(text, begin);
  const bool symbol = is_symbol(text, begin);
  if (symbol) end = begin + 1;
  if (end == begin) return unit;
  unit.head = text.word(end - 1);
  unit.time = text.is(end - 1, kTimeUnit);
  if (plural && !symbol && !one && !unit.time) end = skip_second_head(text, end);
  unit.begin = begin;
  unit.text = text.printed(begin, end);
  unit.end = end;
  if (const std::string per = per_unit_at(text, end, unit.end); !per.empty())
    unit.text += "/" + per;
  return unit;
}

}  // namespace undex
