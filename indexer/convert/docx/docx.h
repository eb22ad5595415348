#pragma once
// Word documents (.docx and kin): paragraphs as the reader of the accepted text sees them, with
// the numbers that Word computes.
#include <string_view>

#include "indexer/convert/converted_text.h"

namespace undex {

/// A zip archive whose main part is a Word document, whatever its parts are called; a damaged one
/// too, so that its fault can be named.
bool recognises_docx(std::string_view bytes);

/// Throws Error{check} for a damaged, encrypted or hostile package. A part beside the main one that
/// cannot be read is a notice.
ConvertedText convert_docx(std::string_view bytes, std::string_view name);

/// The same for a document that stands within `depth` others.
ConvertedText convert_docx_within(std::string_view bytes, int depth);

}  // namespace undex
