#pragma once
// Which resolution asked for a document, and what came of it.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// "/mandate": where to ask; "/mandate?q=A/58/568" leads to the address of what is asked for.
HttpResponse mandate_form_page(const Call& call);
/// "/mandate/A/58/568?depth=5", "/mandate/A/RES/57/295/para/4": a tree each way.
HttpResponse mandate_page(const Call& call);

}  // namespace undex::serve
