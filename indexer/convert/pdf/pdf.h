#pragma once
// PDF, by pdftotext in a sandbox: paragraphs are rebuilt from the places of the words.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/convert/formats.h"

namespace undex {

bool recognises_pdf(std::string_view bytes);

/// The boxes of the words, by pdftotext. Refused: a password, a damaged file, more than the limits.
std::vector<Prepared> prepare_pdf(std::span<const NamedBytes> sources);

/// Throws Error{check} for a scan without text. Language is never known.
ConvertedText read_pdf(std::string_view boxes, std::string_view name);

/// What is missing for PDF here: poppler-utils; empty for nothing.
std::string pdf_lacks();

}  // namespace undex
