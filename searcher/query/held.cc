#include "searcher/query/held.h"

namespace undex::query {

using Xapian::Query;

std::vector<Query> leaves_of(const std::vector<std::string>& terms, Weights& weights) {
  std::vector<Query> leaves;
  for (const std::string& term : terms) leaves.push_back(weights.leaf(term));
  return leaves;
}

std::vector<Query> held_here(const std::vector<std::string>& terms, Side side,
                             const Census& census) {
  std::vector<Query> held;
  for (const std::string& term : terms)
    if (census.holds_here(side, term)) held.emplace_back(term);
  if (held.empty() && !terms.empty()) held.emplace_back(terms.front());
  return held;
}

Query one_word(const Synonyms& words, const std::vector<Query>& here, Weights& weights) {
  // Before anything else: what is not held here may be held elsewhere, and must be counted.
  const Xapian::termcount number = weights.number_of(words);
  if (here.empty()) return Query::MatchNothing;
  if (here.size() == 1 && here.front().get_type() == Query::LEAF_TERM)
    return Query(*here.front().get_terms_begin(), number);
  return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_SYNONYM, here.begin(), here.end()),
               weights.factor(number));
}

}  // namespace undex::query
