#pragma once
// The archive as one of several that are searched as one (undex/part.h, searcher/federation): what
// it tells to the machine that asks them all. Only where the operator has said so; who asks is
// trusted no more than any other client.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// POST /api/v1/node/statistics, evidence, search and held; GET /api/v1/node/works, status,
/// find?name=, xml?key=, original?key=, citing?symbol= and work?symbol=.
HttpResponse node(const Call& call);

}  // namespace undex::serve
