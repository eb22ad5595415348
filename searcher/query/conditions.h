#pragma once
// The conditions of a query: its parts that all answers must meet and that ask for values of
// fields. A facet is counted without those on its own field; a filter is one more.
#include <span>

#include "searcher/query/query.h"
#include "undex/search.h"

namespace undex::query {

/// The tree without its top-level conditions on the field, whatever way they were typed: values,
/// ranges, series, wildcards, any of several, and none of them. AllNode when nothing is left.
Node without_conditions_on(Node tree, const Field& field);

/// The tree and one condition for each filter, read as `field:value,value` would be. Throws
/// Error{usage} for an unknown field and for a value that the field does not take.
Node with_filters(Node tree, std::span<const Filter> filters);

}  // namespace undex::query
