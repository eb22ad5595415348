#pragma once
// PDF, by pdftotext in a sandbox: paragraphs are rebuilt from the places of the words.
#include <string_view>

#include "indexer/convert/converted_text.h"

namespace undex {

bool recognises_pdf(std::string_view bytes);

/// Throws Error{check} for a scan without text, a password, a damaged file, and when pdftotext is
/// not installed. Language is never known.
ConvertedText convert_pdf(std::string_view bytes, std::string_view name);

}  // namespace undex
