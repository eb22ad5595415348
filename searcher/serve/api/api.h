#pragma once
// The JSON API, version 1: the questions of searcher/answers by addresses (docs/api.md). GET takes
// parameters, POST a JSON object.
#include "searcher/serve/routes.h"

namespace undex::serve {

/// /api/v1/search?query=desk
HttpResponse api(const Call& call);
/// /api: every question with its parameters, and what problems there are.
HttpResponse api_index(const Call& call);
/// /api/v1/openapi.yaml
HttpResponse api_description(const Call& call);

}  // namespace undex::serve
