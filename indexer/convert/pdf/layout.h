#pragma once
// Geometry -> text: what `pdftotext -bbox-layout` prints becomes paragraphs, notes, tables and
// furniture. A pure function.
#include <string_view>

#include "indexer/convert/converted_text.h"

namespace undex {

/// Blocks are whole paragraphs (complete). Throws Error{check} when there is no text, or none that
/// can be read.
ConvertedText layout_pdf(std::string_view bbox_xhtml);

}  // namespace undex
