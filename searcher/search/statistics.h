#pragma once
// What the plan and the weights of a question rest on, as one archive counts it.
#include "searcher/query/left_out.h"
#include "searcher/search/index.h"
#include "undex/part.h"

namespace undex::search {

/// Plans the question and finds nothing. Of what `known` expands to too, where it is given. Throws
/// as read_request(). Without what is left out.
Statistics statistics(const Index& index, const Request& request, const Statistics* known,
                      const query::LeftOut& left_out);

}  // namespace undex::search
