#pragma once
// Terms of the index in order.
#include "searcher/search/index.h"
#include "undex/term_list.h"

namespace undex::search {

/// As Searcher::terms.
TermList list_terms(const Index& index, const TermRequest& request);

}  // namespace undex::search
