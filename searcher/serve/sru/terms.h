#pragma once
// The values of a facet as terms of an index.
#include <vector>

#include "undex/search.h"

namespace undex::serve::sru {

/// Those that a text has. A doubtful value and the same without doubt are one term, for a question
/// finds both. In the order of the facet.
std::vector<FacetCount> terms_of(const Facet& facet);

}  // namespace undex::serve::sru
