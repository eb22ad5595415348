#pragma once
// SRU 1.1, 1.2 (Library of Congress) and 2.0 (OASIS searchRetrieve parts 3, 6 and 7): how programs
// of libraries ask. docs/sru.md says what is offered.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// explain, searchRetrieve and scan. What is wrong with a request is told by diagnostics of the
/// list info:srw/diagnostic/1, with status 200 as SRU wants it. Errors as Searcher, but those of
/// queries.
HttpResponse sru_answer(const Call& call);

}  // namespace undex::serve
