#pragma once
// What the query language knows of but does not offer, and names that are no fields. They are
// refused clearly: taken as words they would give wrong answers in silence.
#include <cstddef>
#include <string_view>

namespace undex::query {

/// Throws QueryError when the unquoted word at `place` is an operator or a wildcard of other search
/// languages.
void refuse_what_is_not_offered(std::string_view query, std::size_t place, std::string_view word);

[[noreturn]] void fail_unknown_field(std::string_view query, std::size_t place,
                                     std::string_view name);

}  // namespace undex::query
