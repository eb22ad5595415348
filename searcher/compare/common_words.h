#pragma once
// Which words two texts have in the same order.
#include <cstddef>
#include <functional>
#include <vector>

#include "searcher/compare/words.h"

namespace undex::comparing {

/// A word of one text and the word of the other that is the same.
struct Match {
  std::size_t before = 0;  ///< places in the two lists
  std::size_t after = 0;
};

/// A longest list of words that both have in their order, 64 words in a step (Hyyrö, "Bit-Parallel
/// LCS-length Computation Revisited", 2004). Where one is longer than a window, first the words
/// that each has once, then what stands between two of these, window by window: linear in long
/// texts, but common words may be missed about a place where the texts differ by more than a
/// window. A word that has its like in several places stands beside the word before it.
std::vector<Match> common_words(const std::vector<Word>& before, const std::vector<Word>& after);

/// In words; a bit is kept for each pair of words in two of them.
inline constexpr std::size_t kWindow = 4096;

/// Leaves the stretches of words side by side in both that are wanted.
void keep_stretches(std::vector<Match>& matches,
                    const std::function<bool(const Match& first, std::size_t count)>& is_wanted);

/// Leaves runs of kRunWords and more: shorter ones ("of the") any two texts have in common.
std::vector<Match> in_runs(std::vector<Match> matches);

}  // namespace undex::comparing
