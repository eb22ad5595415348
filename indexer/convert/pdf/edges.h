#pragma once
// Where the columns of a document begin and end: what indents and short lines are measured by.
#include <vector>

#include "indexer/convert/pdf/rows.h"

namespace undex {

/// Gives every row the edges that most pages of that width have in its column; odd and even pages
/// may differ.
void set_edges(std::vector<PdfRow>& rows, const std::vector<PdfPage>& pages, float body_size);

}  // namespace undex
