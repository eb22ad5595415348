#pragma once
// The first page: what the archive holds, and ways in.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// "/"
HttpResponse front_page(const Call& call);

}  // namespace undex::serve
