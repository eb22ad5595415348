#pragma once
// What only other documents held can tell of a document.
#include "searcher/documents/shelves.h"

namespace undex {

/// Adds to the document's notices what only other documents held can tell: paragraphs cited that
/// are not there, words quoted that differ.
void add_notices_of_held(const Shelves& shelves, Document& document);
void add_notices_of_held(const Archive& archive, Document& document);

}  // namespace undex
