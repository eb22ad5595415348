#pragma once
// Reads the masthead wherever it stands: the lines before the body, the words after the ODS fields
// at the end, running heads; and what a letter or note verbale has instead.
#include "indexer/structure/piece.h"

namespace undex::structure {

/// Finds where the body begins, marks the pieces before it and fills Document::symbol and masthead.
void read_masthead(Draft& draft);

/// What the symbol says where the masthead does not print it.
void derive_from_symbol(Document& document);

/// After the body was read: values that follow from the text (mandate, language, a letter's
/// particulars, a date that its own references contradict).
void complete_masthead(Draft& draft);

}  // namespace undex::structure
