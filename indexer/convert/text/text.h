#pragma once
// Plain text as converters leave it: one block a line, the line whole with its tabs; labels are
// left to structure, which sees the neighbours.
#include <string_view>

#include "indexer/convert/converted_text.h"

namespace undex {

bool recognises_text(std::string_view bytes);
/// Throws Error{check} when the bytes are no text or hold no word.
ConvertedText convert_text(std::string_view bytes, std::string_view name);

}  // namespace undex
