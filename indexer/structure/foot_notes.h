#pragma once
// Notes at the foot of a page in texts made from pages by a converter that knows no notes: below a
// rule of underscores stand markers and texts on lines of their own, some markers after all texts.
#include "indexer/structure/piece.h"

namespace undex::structure {

/// Makes footnotes of the lines below each rule where as many texts as markers stand there, and
/// takes the markers out of the lines above it. Runs before lines are joined.
void read_foot_notes(Draft& draft);

}  // namespace undex::structure
