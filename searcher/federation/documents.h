#pragma once
// Documents of several archives: what is held under a name, and the bytes of a text from the one
// that holds it.
#include <string>
#include <string_view>

#include "searcher/federation/question.h"

namespace undex::federation {

/// Errors as Federation::find. Thread-safe, as what follows.
ListedTexts find(const Archives& archives, std::string_view typed);
/// Errors as Federation::xml.
std::string bytes(const Archives& archives, const ListedText& text, Kept kept);

}  // namespace undex::federation
