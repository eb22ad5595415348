#pragma once
// Lines become paragraphs, and paragraphs cut by a page become whole again. Never swallows list
// items, headings or preambular paragraphs: when in doubt two blocks stay two.
#include "indexer/structure/piece.h"

namespace undex::structure {

void join_lines(Draft& draft);

}  // namespace undex::structure
