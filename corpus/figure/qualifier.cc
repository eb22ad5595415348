#include "corpus/figure/qualifier.h"

#include <array>
#include <string_view>

namespace undex {
namespace {

struct Row {
  std::string_view words;  ///< parted by blanks
  Qualifier qualifier;
};

// Longer phrases first: "no more than" is not "more than".
constexpr std::array kBefore{
    Row{"in the order of", Qualifier::approximately},
    Row{"of the order of", Qualifier::approximately},
    Row{"no more than", Qualifier::at_most},
    Row{"not more than", Qualifier::at_most},
    Row{"not exceeding", Qualifier::at_most},
    Row{"a maximum of", Qualifier::at_most},
    Row{"up to", Qualifier::at_most},
    Row{"at most", Qualifier::at_most},
    Row{"no fewer than", Qualifier::at_least},
    Row{"no less than", Qualifier::at_least},
    Row{"not less than", Qualifier::at_least},
    Row{"not fewer than", Qualifier::at_least},
    Row{"a minimum of", Qualifier::at_least},
    Row{"at least", Qualifier::at_least},
    Row{"in excess of", Qualifier::over},
    Row{"well over", Qualifier::over},
    Row{"more than", Qualifier::over},
    Row{"greater than", Qualifier::over},
    Row{"upwards of", Qualifier::over},
    Row{"exceeding", Qualifier::over},
    Row{"over", Qualifier::over},
    Row{"above", Qualifier::over},
    Row{"fewer than", Qualifier::under},
    Row{"less than", Qualifier::under},
    Row{"just under", Qualifier::nearly},
    Row{"close to", Qualifier::nearly},
    Row{"nearly", Qualifier::nearly},
    Row{"almost", Qualifier::nearly},
    Row{"estimated at", Qualifier::estimated},
    Row{"estimated to be", Qualifier::estimated},
    Row{"estimated", Qualifier::estimated},
    Row{"projected", Qualifier::estimated},
    Row{"approximately", Qualifier::approximately},
    Row{"approx", Qualifier::approximately},
    Row{"roughly", Qualifier::approximately},
    Row{"around", Qualifier::approximately},
    Row{"about", Qualifier::approximately},
    Row{"circa", Qualifier::approximately},
    Row{"some", Qualifier::approximately},
};
constexpr std::array kAfter{
    Row{"or more", Qualifier::at_least}, Row{"or less", Qualifier::at_most},
    Row{"or fewer", Qualifier::at_most}, Row{"or so", Qualifier::approximately},
    Row{"plus", Qualifier::over},
};
// Said between qualifier and number: "more than a total of 20".
constexpr std::array<std::string_view, 3> kBetween = {"a total of", "total of", "an average of"};

/// First token of the words if they end right before `end`; `end` when they do not.
std::size_t ends_with(const FigureText& text, std::size_t from, std::size_t end,
                      std::string_view words) {
  std::size_t at = end;
  while (!words.empty()) {
    if (at <= from) return end;
    const std::size_t blank = words.rfind(' ');
    const std::string_view last = blank == std::string_view::npos ? words : words.substr(blank + 1);
    if (text.word(--at) != last) return end;
    words = blank == std::string_view::npos ? std::string_view() : words.substr(0, blank);
  }
  return at;
}

/// Reads the phrase that ends right before `at`.
void read_before(const FigureText& text, std::size_t from, std::size_t at, QualifierMatch& match) {
  if (at <= from || text.word(at - 1).empty() || text.is(at - 1, word_kind::kNumber)) return;
  for (const Row& row : kBefore) {
    const std::size_t first = ends_with(text, from, at, row.words);
    if (first == at) continue;
    match.qualifier = row.qualifier;
    match.begin = first;
    return;
  }
}

}  // namespace

QualifierMatch qualifier_of(const FigureText& text, std::size_t from, std::size_t begin,
                            std::size_t end) {
  QualifierMatch match{.qualifier = Qualifier::exact, .begin = begin, .end = end};
  std::size_t before = begin;
  for (const std::string_view words : kBetween)
    if (before == begin) before = ends_with(text, from, begin, words);
  read_before(text, from, before, match);
  if (text.word(end).empty()) return match;
  for (const Row& row : kAfter) {
    const std::size_t words = row.words.find(' ') == std::string_view::npos ? 1 : 2;
    if (ends_with(text, end, end + words, row.words) != end) continue;
    if (match.qualifier == Qualifier::exact) match.qualifier = row.qualifier;
    match.end = end + words;
    break;
  }
  return match;
}

}  // namespace undex
