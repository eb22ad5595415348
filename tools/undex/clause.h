#pragma once
// What `undex reuse` and `undex history` of a clause share.
#include <string>

#include "tools/undex/options.h"

namespace undex::tool {

/// --least, 0 to 1. Error{usage} when it is no percentage.
double least_kept(const Arguments& arguments);

/// Follows a clause through the years of the archive; the exit status.
int run_clause_history(const Arguments& arguments, const std::string& clause);

}  // namespace undex::tool
