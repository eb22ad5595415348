#pragma once
// Characters written by their place in a symbol font (w:sym), and what they mean.
#include <string>
#include <string_view>

namespace undex {

/// `code` is hexadecimal: "F0B7". Empty when the sign is not known.
std::string symbol_text(std::string_view font, std::string_view code);

}  // namespace undex
