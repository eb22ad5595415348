#pragma once
// Supplements of the Official Records cited without their symbol: "Official Records of the Economic
// and Social Council, 2009, Supplement No. 1". Works on plain text (corpus/symbol/letters.h).
#include <string_view>
#include <vector>

#include "corpus/citation.h"
#include "corpus/citation/words.h"
#include "undex/symbol.h"

namespace undex {

/// In order, not overlapping. Where one of `symbols`, found in the same text, stands right behind
/// the words, it names the supplement and the words are left to it. `refused` as in find_citations,
/// offsets into `plain`. Linear in the text.
std::vector<NamedDocument> find_supplements(std::string_view plain,
                                            const std::vector<SymbolMatch>& symbols,
                                            std::vector<RefusedCitation>* refused);

}  // namespace undex
