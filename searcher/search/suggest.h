#pragma once
// Completion while typing: symbols by the order of the index, values by a look at each.
#include <vector>

#include "searcher/search/index.h"
#include "undex/suggest.h"

namespace undex::search {

/// As Searcher::suggest(). Throws Xapian::Error when the index cannot be read.
std::vector<Suggestion> suggest(const Index& index, const SuggestRequest& request);

}  // namespace undex::search
