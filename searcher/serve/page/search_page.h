#pragma once
// The page of a search, and the first page, which is one without a question.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// /search?q=...&f=organ:ECOSOC&order=newest&cursor=...; a symbol alone that is held leads to it
/// by a link, never by force.
HttpResponse search_page(const Call& call);

}  // namespace undex::serve
