#pragma once
// The numbers of a text that a query asks for by a figure or a range of them: as reports print
// them, in digits ("1 067", "22.5 million") or in words.
#include <string_view>
#include <vector>

#include "schemas/terms.h"
#include "searcher/search/marks.h"

namespace undex::search {

/// Whether figure_marks() must know the terms of the text: it has symbols.
bool needs_words(std::string_view text);

/// In the order of the text, those of the cells of a table too. `terms` are those of the text: a
/// number inside a symbol or a name is no figure. Linear in the text.
std::vector<Mark> figure_marks(const std::vector<Wanted::Figures>& wanted, std::string_view text,
                               const std::vector<TextTerm>& terms);

}  // namespace undex::search
