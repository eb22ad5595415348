#pragma once
// Paragraphs that have most of what is asked for, each thing with a weight of its own.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/search/index.h"

namespace undex::search {

struct WeightedTerm {
  std::string term;
  double weight = 0;
};

struct Alike {
  std::uint32_t paragraph = 0;     ///< docid
  double weight = 0;               ///< of what it has
  std::vector<std::size_t> terms;  ///< which of those asked for
};

/// In how many blocks a term is.
std::size_t blocks_with(const Index& index, const std::string& term);

/// Those whose weights add up to most, of equals by docid; headings and the like are left out.
std::vector<Alike> most_alike(const Index& index, const std::vector<WeightedTerm>& terms,
                              std::size_t limit);

}  // namespace undex::search
