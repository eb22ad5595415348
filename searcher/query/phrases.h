#pragma once
// The phrases of a wording that a database may hold: each of them that is asked for takes the
// reading of positions.
#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/wording.h"

namespace undex::query {

/// Those of which the database holds every word with that prefix, as texts may write them
/// (with_compounds); without the prefix.
std::vector<std::vector<std::string>> held_phrases(const Wording& wording,
                                                   const std::string& prefix,
                                                   const Xapian::Database& db);

}  // namespace undex::query
