#pragma once
// What the plan and the weights of a question rest on, as one archive counts it.
#include "searcher/search/index.h"
#include "undex/part.h"

namespace undex::search {

/// Plans the question and finds nothing. Of what `known` expands to too, where it is given. Throws
/// as read_request().
Statistics statistics(const Index& index, const Request& request, const Statistics* known);

}  // namespace undex::search
