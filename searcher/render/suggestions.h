#pragma once
// What a person may be about to type, for programs.
#include <string>
#include <vector>

#include "undex/suggest.h"

namespace undex {

/// As JSON, with what was typed.
std::string render_suggestions(const std::string& typed, const std::vector<Suggestion>& found);

}  // namespace undex
