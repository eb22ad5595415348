#pragma once
// Geometry -> text: what `pdftotext -bbox-layout` prints becomes paragraphs, notes, tables and
// furniture. A pure function.
#include <string_view>

#include "indexer/convert/converted_text.h"

namespace undex {

/// Never throws; blocks are whole paragraphs (complete). Without any word the list is empty.
ConvertedText layout_pdf(std::string_view bbox_xhtml);

}  // namespace undex
