#pragma once
// Markdown-like text, as converters of PDF and of scans write it. What they added is taken out of
// the text: the original bytes are kept elsewhere.
#include <string_view>

#include "indexer/convert/converted_text.h"

namespace undex {

/// By its content: one sure sign (raised marks, LaTeX, tags) or two that plain text may show too.
bool recognises_markdown(std::string_view bytes);
ConvertedText convert_markdown(std::string_view bytes, std::string_view name);

}  // namespace undex
