#pragma once
// Pages of a bound volume begin in the middle of one resolution and end in another: which blocks
// are those of the resolution itself (A/RES/1514(XV)).
#include <cstddef>
#include <string>

#include "corpus/document.h"

namespace undex::structure {

struct OwnBlocks {
  std::size_t begin = 0;  ///< of Document::blocks
  std::size_t end = 0;
  std::string title;  ///< as its heading prints it; empty where no other resolution is there
};

/// All of them where no heading "1514 (XV). ..." of its own number stands beside others.
OwnBlocks own_blocks(const Document& document);

}  // namespace undex::structure
