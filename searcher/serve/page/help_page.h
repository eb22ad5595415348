#pragma once
// How to ask: the query language on one page.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// "/help"
HttpResponse help_page(const Call& call);

}  // namespace undex::serve
