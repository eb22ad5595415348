#pragma once
// Characters written by their place in a symbol font (w:sym), and what they mean.
#include <string>
#include <string_view>

namespace undex {

/// `code` is hexadecimal: "F0B7". Empty when the sign is not known.
std::string symbol_text(std::string_view font, std::string_view code);

/// The words with the private characters of symbol fonts (U+F020 to U+F0FF) written out; `unknown`
/// gets the number of those that are not known and left out.
std::string without_private_signs(std::string_view font, std::string_view words, int& unknown);

}  // namespace undex
