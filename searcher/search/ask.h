#pragma once
// One question to an opened index: documents ranked, their paragraphs found, facets counted.
#include "searcher/search/index.h"
#include "searcher/search/ranking.h"
#include "undex/search.h"

namespace undex::search {

/// Throws QueryError or Error{usage} for a wrong request, Xapian::Error when the index cannot be
/// read.
Result ask(const Index& index, const Request& request, const Ranking& ranking = rankings().front());

}  // namespace undex::search
