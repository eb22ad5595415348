#pragma once
// Which words two texts have in the same order, side by side with a neighbour.
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

/// A longest list of words that both have in their order, less those that stand alone in it: any
/// two texts share "the" and "of". `least_stretch`: how many must be side by side.
std::vector<CommonWord> common_words(const std::vector<RunWord>& left,
                                     const std::vector<RunWord>& right, std::size_t least_stretch);

}  // namespace undex::reuse
