#pragma once
// For operators: does it answer, and from which state of the index.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// {"status": "ok", "documents": 309, "paragraphs": 17749, "index": "gen-000001"}; of several
/// archives what those hold that answer, "index" of the own one, and {"status": "partial",
/// "archives": 3, "answering": 2, "missing": ["bonn"]} where one does not.
HttpResponse health(const Call& call);

}  // namespace undex::serve
