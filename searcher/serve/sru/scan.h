#pragma once
// The terms of an index in order, and how many texts have each: what a browse list shows.
#include <vector>

#include "searcher/query/cql.h"
#include "searcher/serve/sru/asked.h"

namespace undex::serve::sru {

/// Whether the terms of the index are listed: those that can be counted, words, symbols and days.
bool scans(const CqlIndex& index);

struct ScannedTerm {
  std::string value;  ///< to search by
  std::string label;  ///< to show
  std::size_t records = 0;
  std::string_view where;  ///< "first", "last", "only" or "inner" in the whole list
};

/// Around the term asked for, at most as many as asked. Adds to `asked.faults` what is wrong with
/// the clause: then there are none.
std::vector<ScannedTerm> scan(const Call& call, Asked& asked);

}  // namespace undex::serve::sru
