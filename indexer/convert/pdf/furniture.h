#pragma once
// Running heads, page numbers, job numbers and bar codes: told from the text by place, repetition,
// size and shape.
#include <vector>

#include "indexer/convert/pdf/bbox.h"

namespace undex {

struct PdfFurniture {
  std::vector<PdfLine> headers;
  std::vector<PdfLine> footers;
};

/// Takes the furniture out of the pages; one entry a page. `body_size` is the height of the type of
/// the text.
std::vector<PdfFurniture> take_furniture(std::vector<PdfPage>& pages, float body_size);

}  // namespace undex
