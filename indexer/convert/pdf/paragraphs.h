#pragma once
// Rows -> paragraphs, by indents, line pitch and where lines stop short, over page breaks too.
#include <vector>

#include "indexer/convert/pdf/rows.h"

namespace undex {

/// Indices of the rows of one paragraph, in order. Table rows stand alone.
struct PdfParagraph {
  std::vector<std::size_t> rows;
  bool centred = false;
  float left = -1;  ///< of the lines after the first, or of its text when there is one line only
  float here = -1;  ///< the same on the page and in the column where it ends
};

/// Fills PdfMeasures::indents, then splits.
std::vector<PdfParagraph> find_paragraphs(const std::vector<PdfRow>& rows, PdfMeasures& measures);

}  // namespace undex
