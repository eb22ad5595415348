#pragma once
// The language codes that catalogues and XML state.
#include <string>
#include <string_view>

namespace undex {

/// "eng", "fre", "fra", "en-GB", "EN" -> ISO 639-1; "" for a language that undex does not tell.
std::string two_letter_language(std::string_view code);

}  // namespace undex
