#pragma once
// Reading order: two columns told from one, the masthead's right side from its left.
#include <vector>

#include "indexer/convert/pdf/rows.h"

namespace undex {

/// Rows of the page in reading order, each with its column.
std::vector<PdfRow> read_columns(PdfPage page, int number);

}  // namespace undex
