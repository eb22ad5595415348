#pragma once
// Files of word processors that are not .docx: through LibreOffice to .docx and our own reader;
// Word and RTF without it in their bare words.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/convert/formats.h"

namespace undex {

constexpr std::size_t kOfficeFilesAtOnce = 16;

/// Which kind of file its bytes are, and the numbers that nobody will give back. Throws
/// Error{check} for a password.
Inspection inspect_office(std::string_view bytes);

/// A .docx of each source, or its text, or why there is neither. The bytes are passed on unread.
std::vector<Prepared> prepare_office(std::span<const NamedBytes> sources);

/// What is missing for them here: LibreOffice, with the line that installs it; empty for nothing.
std::string office_lacks();

}  // namespace undex
