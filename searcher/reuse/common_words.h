#pragma once
// Which words two texts have in the same order, and not by chance.
#include <cstddef>
#include <vector>

#include "schemas/run_words.h"

namespace undex::reuse {

/// Words of two texts that are the same: indices, both ascending.
struct CommonWord {
  std::size_t left = 0;
  std::size_t right = 0;
};

/// Of longer texts only so many words are compared.
inline constexpr std::size_t kMostWords = 4000;

/// A longest list of words that both have in their order, less those that stand there by chance:
/// any two texts share "the" and "of the". Three words or more side by side are no chance, nor are
/// two that are no stop words of the languages known.
std::vector<CommonWord> common_words(const std::vector<RunWord>& left,
                                     const std::vector<RunWord>& right);

/// The most of them that stand within so many words of the right text: what is scattered over a
/// long paragraph is no clause.
std::vector<CommonWord> within(const std::vector<CommonWord>& words, std::size_t span);

}  // namespace undex::reuse
