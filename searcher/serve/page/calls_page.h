#pragma once
// Calls for submissions: what they ask, who has answered and who has not.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// "/calls"
HttpResponse calls_page(const Call& call);
/// "/calls/oda-2023-ict-mapping"; by its reference too, which leads to the id.
HttpResponse one_call_page(const Call& call);

}  // namespace undex::serve
