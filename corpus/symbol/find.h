#pragma once
// Symbols in a text that is already plain: for find_symbols and for citations.
#include <string_view>
#include <vector>

#include "undex/symbol.h"

namespace undex {

/// As find_symbols, offsets into `plain`.
std::vector<SymbolMatch> find_plain_symbols(std::string_view plain);

}  // namespace undex
