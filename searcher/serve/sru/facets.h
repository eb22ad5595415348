#pragma once
// Facets of SRU 2.0: the terms of an index that the records found have, each with its count and the
// question that finds those.
#include <vector>

#include "searcher/serve/sru/asked.h"

namespace undex::serve::sru {

/// <zs:facetedResults>; nothing when none was asked for. The facets are those of the fields asked
/// for, in their order.
void add_facets(XmlBuilder& xml, const Call& call, const Asked& asked,
                const std::vector<Facet>& facets);

}  // namespace undex::serve::sru
