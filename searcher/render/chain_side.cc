#include "searcher/render/chain_side.h"

#include <algorithm>

namespace undex::rendering {

bool ChainSide::is_on_this_side(std::size_t node) const {
  const int depth = chain_.nodes[node].depth;
  return later_ ? depth > 0 : depth < 0;
}

std::vector<std::size_t> ChainSide::next(std::size_t node,
                                         const std::set<std::size_t>& shown) const {
  std::set<std::size_t> all;
  for (const ChainEdge& edge : chain_.edges)
    if (begin_of(edge) == node && is_on_this_side(end_of(edge)) &&
        (edge.relation != kChainFollows || !shown.contains(end_of(edge))))
      all.insert(end_of(edge));
  std::vector<std::size_t> sorted(all.begin(), all.end());
  std::ranges::stable_sort(sorted, {}, [&](std::size_t i) { return chain_.nodes[i].date; });
  return sorted;
}

std::vector<const ChainEdge*> ChainSide::links(std::size_t node, std::size_t branch) const {
  std::vector<const ChainEdge*> links;
  for (const ChainEdge& edge : chain_.edges)
    if (begin_of(edge) == node && end_of(edge) == branch) links.push_back(&edge);
  return links;
}

}  // namespace undex::rendering
