#pragma once
// Which documents have a value of a field, by the index.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/plan.h"

namespace undex::search {

/// Archive keys of the documents that have any of the values.
std::set<std::string> keys_with(std::string_view field, const std::vector<std::string>& values,
                                const query::PlanContext& databases);

}  // namespace undex::search
