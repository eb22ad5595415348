#pragma once
// sortBy: an index with modifiers as one of our orders.
#include <string_view>
#include <vector>

#include "searcher/query/cql.h"
#include "searcher/query/cql/clause.h"

namespace undex::cql {

/// Throws CqlError (15, 16, 80, 90 to 92) for what we cannot sort by.
CqlSortKey sort_key(const Token& index, const std::vector<Modifier>& modifiers,
                    const std::vector<Prefix>& prefixes, std::string_view query);

}  // namespace undex::cql
