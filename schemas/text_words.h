#pragma once
// The terms of a text without its concepts, for who looks for none: finding them takes the longest.
#include <string_view>
#include <vector>

#include "schemas/terms.h"

namespace undex {

/// As text_terms() (terms.h). Thread-safe.
std::vector<TextTerm> text_words(std::string_view text, std::string_view language);

}  // namespace undex
