#pragma once
// OAI-PMH 2.0: the catalogue of the archive for harvesters. docs/oai.md says what is offered.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// All six verbs, by GET and by POST. Every answer is one of the protocol, errors too.
HttpResponse oai_answer(const Call& call);

}  // namespace undex::serve
