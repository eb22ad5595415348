#pragma once
// Whether parts of a text follow each other closely enough. Used by NEAR and ADJ only.
#include <cstddef>
#include <functional>
#include <vector>

namespace undex::query {

/// A part of a chain stands at these word positions, both included.
struct Occurrence {
  std::size_t begin = 0;
  std::size_t end = 0;
};
using Occurrences = std::vector<Occurrence>;

/// How far it is from the last word of one part to the first of the next, which stands behind it.
/// Never less for words farther apart.
using Gap = std::function<std::size_t(std::size_t end, std::size_t begin)>;

inline constexpr std::size_t kMaxChainParts = 6;

/// Whether one occurrence of each part can be chosen so that none overlap and the gap between
/// neighbours is never over the distance: in the order of the parts, or in any. At most
/// kMaxChainParts where the order is free.
bool makes_chain(const std::vector<Occurrences>& parts, std::size_t distance, bool ordered,
                 const Gap& gap);

}  // namespace undex::query
