#pragma once
// Closed lists of words, as the rules of understanding keep them.
#include <algorithm>
#include <span>
#include <string_view>

namespace undex {

/// One of the words.
inline bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace undex
