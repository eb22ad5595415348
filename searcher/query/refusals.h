#pragma once
// What other query languages have and this one has not, and names that are no fields. They are
// refused clearly: taken as words they would give wrong answers in silence.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex::query {

/// Throws QueryError when the unquoted word at `place` is an operator of other search languages, or
/// one of ours that is misspelled or misplaced.
void refuse_what_is_not_offered(std::string_view query, std::size_t place, std::string_view word);

/// "'organ' or 'origin'"; empty for none.
std::string in_words(const std::vector<std::string>& names);

[[noreturn]] void fail_unknown_field(std::string_view query, std::size_t place,
                                     std::string_view name);

}  // namespace undex::query
