#pragma once
// Words of a query as leaves of the engine's: looked for are those that are held here, and they
// weigh by what is held anywhere.
#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/expand.h"

namespace undex::query {

/// Each weighs by itself.
std::vector<Xapian::Query> leaves_of(const std::vector<std::string>& terms, Weights& weights);

/// Those that the database lacks cost time for nothing. Of words that are not held, the first.
std::vector<Xapian::Query> held_here(const std::vector<std::string>& terms, Side side,
                                     const Census& census);

/// What is held here of words, as if they were one.
Xapian::Query one_word(const Synonyms& words, const std::vector<Xapian::Query>& here,
                       Weights& weights);

}  // namespace undex::query
