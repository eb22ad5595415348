#pragma once
// Words of a query as leaves of the engine's: looked for are those that are held here, and they
// weigh by what is held anywhere.
#include <xapian.h>

#include <optional>
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

/// A word as the engine is asked for it: any of the terms, weighing together by the factor.
struct AskedWord {
  std::vector<std::string> terms;
  double factor = 0;
};
/// Of what one_word() or Weights::leaf() gave; nothing of phrases, of what is weighed several times
/// and of other queries.
std::optional<AskedWord> asked_word(const Xapian::Query& query, const Weights& weights);

}  // namespace undex::query
