#pragma once
// Footnotes: the small type below the short rule at the foot of a page, each with its marker, put
// together again where they run over pages.
#include <string>
#include <vector>

#include "indexer/convert/pdf/rows.h"

namespace undex {

struct PdfNote {
  std::string marker;  ///< empty: goes on from the page before, which has no note to go on from
  std::vector<PdfRow> rows;
  int page = 0;
};

/// Takes the lines of footnotes out of the pages.
std::vector<PdfNote> take_notes(std::vector<PdfPage>& pages, float body_size);

}  // namespace undex
