#pragma once
// The page of a document, of a place in it, and what else its address leads to. A document that is
// cited and not held has a page too.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// /A/58/568, /A/58/568/para/16, /A/58/568/cite, .../citations, .../reuse, .../original, .../xml.
/// Another form of the symbol leads to the one address.
HttpResponse document_page(const Call& call);

}  // namespace undex::serve
