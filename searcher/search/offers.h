#pragma once
// Other questions that find something where the one asked finds nothing, or holds a word that looks
// like a slip: nearest words, names, values and symbols, and the query less the part that removed
// everything. Each is asked and counted before it is offered; none is asked instead.
#include <functional>
#include <vector>

#include "searcher/query/plan.h"
#include "searcher/search/facets.h"
#include "undex/search.h"

namespace undex::search {

/// How other questions are read and counted: as the search itself does it.
struct OtherQuestions {
  std::function<Node(const Request&)> read;  ///< the tree of its text, without its filters
  std::function<MatchCount(const Request&)> count;
};

/// At most six, best first; empty for most questions. `found` is what the request itself finds.
std::vector<Offer> offers(const Request& request, const MatchCount& found,
                          const query::PlanContext& databases, const OtherQuestions& others);

}  // namespace undex::search
