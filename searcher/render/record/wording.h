#pragma once
// Words that more than one form of records writes.
#include <string>
#include <string_view>

#include "undex/symbol.h"

namespace undex::rendering {

/// "General Assembly resolution 57/295" of A/RES/57/295; empty for what texts cite by its symbol.
std::string resolution_in_words(const Symbol& symbol);

/// "A/80/6 (Sect. 29B)" of A/80/6(Sect.29B): a symbol as texts print it.
std::string symbol_in_text(std::string_view name);

/// "eng" of "en", as catalogues write it; "und" for a language not known here.
std::string_view three_letters(std::string_view language);

}  // namespace undex::rendering
