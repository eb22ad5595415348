#pragma once
// Values that need no index to be known: what a field calls them in the six languages
// (corpus/labels.h), and whether there are others.
#include <string>
#include <string_view>
#include <vector>

#include "schemas/fields.h"

namespace undex::query {

/// A value by its name in any of the six languages and in any case: as typed where that is a name
/// in English, which the index knows, else the English name; empty when none is known.
std::string known_value(const Field& field, std::string_view text);

/// Whether a value of several words is known by that name, in any of the six languages.
bool is_known_value(const Field& field, std::string_view text);

/// Whether the field takes none but the known values: status, collection, state, ...
bool is_closed(const Field& field);

/// Known values with a name like the text, the nearest first, at most three.
std::vector<std::string> nearest_values(const Field& field, std::string_view text);

}  // namespace undex::query
