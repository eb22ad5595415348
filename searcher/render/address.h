#pragma once
// Where others show a document.
#include <string>

#include "undex/symbol.h"

namespace undex::rendering {

/// "https://undocs.org/E/2003/75", which leads to the text in the reader's language; of a joint
/// symbol by its first part. Empty for no symbol.
std::string official_address(const Symbol& symbol);

}  // namespace undex::rendering
