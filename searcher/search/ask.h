#pragma once
// One question to an opened index: documents ranked, their paragraphs found, facets counted. As a
// part of several archives (undex/part.h) an index is asked by the same steps.
#include "searcher/query/left_out.h"
#include "searcher/search/index.h"
#include "searcher/search/ranking.h"
#include "undex/part.h"
#include "undex/search.h"

namespace undex::search {

/// Throws QueryError or Error{usage} for a wrong request, Xapian::Error when the index cannot be
/// read.
Result ask(const Index& index, const Request& request, const Ranking& ranking = rankings().front());

/// These ask as production does, and throw as ask().
Statistics ask_statistics(const Index& index, const Request& request, const Statistics* known,
                          const query::LeftOut& left_out);
/// `left_out`: what other parts show.
std::vector<double> ask_evidence(const Index& index, const Request& request, const Statistics& all,
                                 const query::LeftOut& left_out);
PartAnswer ask_part(const Index& index, const Request& request, const Shared& shared,
                    const query::LeftOut& left_out);

}  // namespace undex::search
