#pragma once
// What may stand behind "field:": one value or a range, by the kind of the field.
#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace undex::query {

/// One value as typed and where it stands.
struct TypedValue {
  std::string text;
  std::size_t place = 0;
  bool quoted = false;
  bool exact = false;
};

/// The node of one value or range. Throws QueryError (with `query`) when the field does not take
/// it.
Node value_node(const Field& field, const TypedValue& value, std::string_view query);

}  // namespace undex::query
