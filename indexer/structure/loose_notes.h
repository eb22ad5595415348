#pragma once
// Notes whose number stands on the line of their text ("1 See resolution 55/2."), as converters of
// pages leave them with a rule above or none, and their markers, glued to a word of the text.
#include "indexer/structure/piece.h"

namespace undex::structure {

/// Makes footnotes of the lines that begin with the next number of a note, where that number is
/// found as a marker in the lines above. Runs before lines are joined, after read_foot_notes.
void read_loose_notes(Draft& draft);

}  // namespace undex::structure
