#pragma once
// Terms of an index that are a few edits away from a word.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/database.h"

namespace undex::search {

struct NearTerm {
  std::string text;  ///< without the prefix
  std::size_t edits = 0;
  std::size_t count = 0;  ///< documents of the database that hold it
};

/// Terms of the database with the prefix ("XOWN:"; empty for words) that at most `edits` letters
/// inserted, left out, replaced or swapped with a neighbour lead to; not the word itself. In the
/// order of the terms. Walks the terms in their order and leaps to the next that may be near; gives
/// up after 20,000 leaps with what it has.
std::vector<NearTerm> near_terms(const query::Database& db, const std::string& prefix,
                                 std::string_view word, std::size_t edits);

}  // namespace undex::search
