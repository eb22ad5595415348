#pragma once
// What a part of a query was perhaps meant to be: words, values and symbols of the index that are
// near one that the index does not have.
#include <cstddef>
#include <string>
#include <vector>

#include "searcher/query/plan.h"

namespace undex::search {

/// A stretch of a query and what could stand there.
struct Nearest {
  std::size_t begin = 0;  ///< UTF-8 bytes of the query
  std::size_t end = 0;
  std::string typed;
  std::vector<std::string> instead;  ///< as it would be typed, best first, at most three
};

/// Of every word, value and symbol of the tree that no document has, in order, at most four; words
/// with digits, of other scripts than letters, or of less than four letters have none.
std::vector<Nearest> nearest(const Node& tree, std::string_view query,
                             const query::PlanContext& databases);

}  // namespace undex::search
