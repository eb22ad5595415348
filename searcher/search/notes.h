#pragma once
// What the user should know about a page of results as it stands, whoever has found them.
#include "undex/search.h"

namespace undex::search {

/// That nothing is shown although something was found, and for which years of a facet no document
/// is held.
void note_what_is_shown(const Request& request, Result& result);

}  // namespace undex::search
