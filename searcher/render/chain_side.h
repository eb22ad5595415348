#pragma once
// One side of a chain of mandates as a tree: what its root comes from, or what came of it.
#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

#include "undex/chain.h"

namespace undex::rendering {

/// The relation of a document to the one before it in its series.
inline constexpr std::string_view kChainFollows = "follows";

class ChainSide {
 public:
  /// `later`: what came of it. The chain outlives this.
  ChainSide(const Chain& chain, bool later) : chain_(chain), later_(later) {}

  /// Branches of a node, by date. That one of those shown stands before in its series is plain, and
  /// not said once more.
  std::vector<std::size_t> next(std::size_t node, const std::set<std::size_t>& shown) const;
  /// What leads from a node to a branch of it.
  std::vector<const ChainEdge*> links(std::size_t node, std::size_t branch) const;

 private:
  std::size_t begin_of(const ChainEdge& edge) const { return later_ ? edge.from : edge.to; }
  std::size_t end_of(const ChainEdge& edge) const { return later_ ? edge.to : edge.from; }
  bool is_on_this_side(std::size_t node) const;

  const Chain& chain_;
  bool later_;
};

}  // namespace undex::rendering
