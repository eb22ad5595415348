#pragma once
// Reading order: two columns told from one, the masthead's right side from its left, rows of a
// column with the edges of that column.
#include <vector>

#include "indexer/convert/pdf_rows.h"

namespace undex {

/// Rows of the page in reading order, each with the edges of its column.
std::vector<PdfRow> read_columns(PdfPage page, int number, float body_size);

/// Gives the rows of pages with one column the edges that most such pages of that width have; odd
/// and even pages may differ.
void share_edges(std::vector<PdfRow>& rows, const std::vector<PdfPage>& pages);

}  // namespace undex
