#pragma once
// Web pages: HTML of any age and XHTML, by libxml2's forgiving parser.
#include <string_view>

#include "indexer/convert/converted_text.h"

namespace undex {

/// Begins with markup of a page, after a mark, blanks and comments.
bool recognises_html(std::string_view bytes);

/// Reads no other file and no address. Throws Error{check} for a page beyond the limits: 64 MiB,
/// nesting 256, 256 attributes a tag, 1,000,000 cells, 1,000,000 faults of markup.
ConvertedText convert_html(std::string_view bytes, std::string_view name);

}  // namespace undex
