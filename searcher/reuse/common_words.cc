#include "searcher/reuse/common_words.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "corpus/language.h"

namespace undex::reuse {
namespace {

using Bits = std::vector<std::uint64_t>;
constexpr std::size_t kBits = 64;

bool bit(const Bits& bits, std::size_t at) { return (bits[at / kBits] >> (at % kBits)) & 1; }

/// The longest common list by bits, a row for each left word: 64 right words in a step. A bit of a
/// row is 0 where the list grows with that right word.
std::vector<Bits> rows_of(const std::vector<RunWord>& left, std::size_t left_end,
                          const std::vector<RunWord>& right, std::size_t right_end) {
  const std::size_t width = (right_end + kBits - 1) / kBits;
  std::unordered_map<std::string_view, Bits> places;
  for (std::size_t at = 0; at < right_end; ++at) {
    Bits& bits = places.try_emplace(right[at].word, width).first->second;
    bits[at / kBits] |= std::uint64_t{1} << (at % kBits);
  }
  std::vector<Bits> rows;
  Bits row(width, ~std::uint64_t{0});
  for (std::size_t at = 0; at < left_end; ++at) {
    if (const auto found = places.find(left[at].word); found != places.end()) {
      std::uint64_t carry = 0;
      for (std::size_t i = 0; i < width; ++i) {
        const std::uint64_t matched = row[i] & found->second[i];
        std::uint64_t sum = row[i] + matched;
        const std::uint64_t over = sum < matched;
        sum += carry;
        carry = over | (sum < carry);
        row[i] = sum | (row[i] & ~matched);
      }
    }
    rows.push_back(row);
  }
  return rows;
}

/// Where a word has its like farther on than need be, it is set beside the word before it.
void draw_together(std::vector<CommonWord>& words, const std::vector<RunWord>& left,
                   const std::vector<RunWord>& right) {
  for (std::size_t at = 1; at < words.size(); ++at) {
    const CommonWord next = {words[at - 1].left + 1, words[at - 1].right + 1};
    CommonWord& word = words[at];
    const bool one_fits = (word.left == next.left) != (word.right == next.right);
    if (one_fits && left[next.left] == right[next.right]) word = next;
  }
}

/// Leaves the stretches of words side by side that are no chance.
void drop_chance(std::vector<CommonWord>& words, const std::vector<RunWord>& left) {
  std::size_t write = 0;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = at + 1;
    while (end < words.size() && words[end].left == words[end - 1].left + 1 &&
           words[end].right == words[end - 1].right + 1)
      ++end;
    const bool pair = end - at + 1 == kRunWords && !is_stop_word(left[words[at].left].word, {}) &&
                      !is_stop_word(left[words[at].left + 1].word, {});
    if (end - at >= kRunWords || pair)
      for (std::size_t i = at; i < end; ++i) words[write++] = words[i];
    at = end;
  }
  words.resize(write);
}

}  // namespace

std::vector<CommonWord> common_words(const std::vector<RunWord>& left,
                                     const std::vector<RunWord>& right) {
  std::size_t i = std::min(left.size(), kMostWords), j = std::min(right.size(), kMostWords);
  const std::vector<Bits> rows = rows_of(left, i, right, j);
  std::vector<CommonWord> out;
  while (i > 0 && j > 0) {
    if (left[i - 1] == right[j - 1])
      out.push_back({--i, --j});
    else if (bit(rows[i - 1], j - 1))
      --j;
    else
      --i;
  }
  std::reverse(out.begin(), out.end());
  draw_together(out, left, right);
  drop_chance(out, left);
  return out;
}

std::vector<CommonWord> within(const std::vector<CommonWord>& words, std::size_t span) {
  std::size_t begin = 0, best = 0, count = 0;
  for (std::size_t end = 0; end < words.size(); ++end) {
    while (words[end].right - words[begin].right >= span) ++begin;
    if (end + 1 - begin > count) {
      best = begin;
      count = end + 1 - begin;
    }
  }
  const auto first = words.begin() + static_cast<std::ptrdiff_t>(best);
  return {first, first + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace undex::reuse
