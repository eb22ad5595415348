#pragma once
// Pairs of **, __, *, _ around words; asterisks that mark a note stay.
#include <cstddef>
#include <string_view>
#include <vector>

namespace undex {

struct Emphasis {
  std::size_t open = 0;  ///< offset of the opening mark
  std::size_t close = 0;
  std::size_t size = 1;  ///< of each mark: 1 or 2
};

/// In order of their closing marks.
std::vector<Emphasis> find_emphasis(std::string_view line);

}  // namespace undex
