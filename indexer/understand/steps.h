#pragma once
// The steps of understanding, in order. Each reads the document and the marks of the steps before
// it, adds its own marks in the order of the text, and says in `refused` (may be nullptr) what it
// looked at and left.
#include <vector>

#include "corpus/document.h"

namespace undex {

using RefusedMarks = std::vector<RefusedMark>;

void mark_dates(Document& document, RefusedMarks* refused);
void mark_quotes(Document& document, RefusedMarks* refused);
/// Definitions of short forms, then names: of the authority file, of the definitions, and the short
/// forms ("the Division") that a section makes plain.
void mark_names(Document& document, RefusedMarks* refused);
/// Explicit citations, URLs and internal ones, relations; then what leans on them: anaphora,
/// quotations. Quotes get the reference they are of.
void mark_references(Document& document, RefusedMarks* refused);
/// Quantities in running text and in tables; never inside a date or a citation.
void mark_figures(Document& document, RefusedMarks* refused);
/// What the text states of the initiatives it names.
void mark_statuses(Document& document, RefusedMarks* refused);

}  // namespace undex
