#pragma once
// Which paragraph of one document is which of the other.
#include <optional>
#include <vector>

#include "searcher/compare/paragraphs.h"

namespace undex::comparing {

struct Aligned {
  std::size_t before = 0;  ///< places in the two lists
  std::size_t after = 0;
  double kept = 0;
  bool identical = false;
  bool moved = false;
};

/// Words of the two in common runs, as part of the shorter one's. Words of names do not count: all
/// that speak of a body share them.
double kept_of(const std::vector<Word>& before, const std::vector<Word>& after);

/// Each paragraph at most once, by the order of the text after: first those with the same words,
/// then those with most words in common, down to kReworded. Moved are those that do not stand in
/// the longest list of pairs that keeps the order. Candidates are paragraphs that share a run of
/// three words, and enough of them for kReworded; one that stands in more than fifty paragraphs
/// tells nothing.
std::vector<Aligned> align(const std::vector<Paragraph>& before,
                           const std::vector<Paragraph>& after);

}  // namespace undex::comparing
