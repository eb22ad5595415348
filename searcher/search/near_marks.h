#pragma once
// Of the parts of a NEAR only those are marked that are near each other.
#include <string_view>
#include <vector>

#include "searcher/search/marks.h"

namespace undex::search {

/// A match and the word positions it covers, both included.
struct PlacedMark {
  Mark mark;
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Takes out what stands alone. `text` is the one the marks are of. Linear but for sorting.
void keep_near(std::vector<PlacedMark>& marks, const std::vector<Wanted::Chain>& chains,
               std::string_view text);

}  // namespace undex::search
