#pragma once
// How a query was taken, to the engine's own words.
#include "searcher/query/plan.h"
#include "searcher/search/asked.h"
#include "undex/search.h"

namespace undex::search {

Explanation explanation_of(const Asked& asked, const query::PlanContext& databases);

}  // namespace undex::search
