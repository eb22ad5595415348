#pragma once
// Running heads in texts made from pages: the first lines of a page, up to the one that bears the
// symbol, and lines that head several pages.
#include <vector>

#include "indexer/structure/piece.h"

namespace undex::structure {

/// Marks them as furniture. Texts whose pages are not known stay as they are.
void mark_page_heads(std::vector<Piece>& pieces);

}  // namespace undex::structure
