#pragma once
// The parameter sortKeys, which CQL's sortBy took the place of: "dc.date,,0".
#include <optional>
#include <string>

#include "searcher/serve/sru/diagnostics.h"

namespace undex::serve::sru {

/// Nothing, with a diagnostic, for what cannot be sorted by.
std::optional<Order> order_of(const std::string& sort_keys, Diagnostics& faults);

}  // namespace undex::serve::sru
