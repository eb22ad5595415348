#pragma once
// Marks from the element that marks.h writes.
#include <string_view>

#include "corpus/marks.h"
#include "corpus/xml/parse.h"

namespace undex {

/// Throws Error{check} naming `name` and the line for what is no mark.
Marks read_marks(const xmlNode* marks, std::string_view name);

/// Attributes part, place, number, points of the namespace; Error{check} without a place.
Locator read_locator(const xmlNode* node, std::string_view space, std::string_view name);

}  // namespace undex
