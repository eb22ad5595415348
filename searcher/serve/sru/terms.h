#pragma once
// Terms of an index: the values of a facet as such, and as CQL writes them.
#include <string>
#include <string_view>
#include <vector>

#include "undex/search.h"

namespace undex::serve::sru {

/// Those that a text has. A doubtful value and the same without doubt are one term, for a question
/// finds both. In the order of the facet.
std::vector<FacetCount> terms_of(const Facet& facet);

/// In quotes, in which nothing has a meaning.
std::string in_quotes(std::string_view term);

}  // namespace undex::serve::sru
