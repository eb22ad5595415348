#pragma once
// Which values of a field are shown, and in which order: of one archive and of several alike.
#include <cstdint>
#include <functional>
#include <vector>

#include "schemas/fields.h"
#include "searcher/search/tally.h"
#include "undex/search.h"

namespace undex::search {

/// The values of a field as they are counted: in natural order, each behind what it belongs to.
struct CountedValues {
  std::vector<MatchCount> counts;  ///< by the number of the value
  std::function<FacetCount(std::uint32_t)> value;
  std::function<bool(std::uint32_t)> asked_by_name;  ///< by the query
};

/// As Facet::values says.
Facet make_facet(const Field& field, const Request& request, const CountedValues& values);

/// The facet of a field with no values.
Facet empty_facet(const Field& field, const Request& request);

}  // namespace undex::search
