#pragma once
// --filter FIELD:VALUE,... as commands take it.
#include <vector>

#include "tools/undex/options.h"
#include "undex/search.h"

namespace undex::tool {

/// Error{usage} for what is no field and values.
std::vector<Filter> filters_of(const Arguments& arguments);

}  // namespace undex::tool
