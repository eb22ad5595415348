#pragma once
// What the archive holds, what is due and missing, and of when its index is.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// "/about"
HttpResponse about_page(const Call& call);

}  // namespace undex::serve
