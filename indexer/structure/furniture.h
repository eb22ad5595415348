#pragma once
// Sets aside what is not text: running heads, page numbers, job numbers, ODS fields, converter
// marks. Kept in the document, never indexed; the masthead reads what they say.
#include "indexer/structure/piece.h"

namespace undex::structure {

void mark_furniture(Draft& draft);

}  // namespace undex::structure
