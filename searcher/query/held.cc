#include "searcher/query/held.h"

namespace undex::query {

using Xapian::Query;

namespace {

bool is_term(const Query& query) { return query.get_type() == Query::LEAF_TERM; }

/// Of a leaf, whose length is how often it stands in the query: its number.
double factor_of(const Query& leaf, const Weights& weights) {
  return weights.factor(leaf.get_length());
}

Query scaled(const Query& query, double factor) {
  return Query(Query::OP_SCALE_WEIGHT, query, factor);
}

}  // namespace

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
  if (here.size() == 1 && is_term(here.front()))
    return Query(*here.front().get_terms_begin(), number);
  std::vector<Query> parts = here;
  // To the engine a synonym weighs the same whatever the numbers in it: asked_word() reads it.
  if (is_term(parts.front())) parts.front() = Query(*parts.front().get_terms_begin(), number);
  return scaled(Query(Query::OP_SYNONYM, parts.begin(), parts.end()), weights.factor(number));
}

std::optional<AskedWord> asked_word(const Query& query, const Weights& weights) {
  if (is_term(query)) return AskedWord{{*query.get_terms_begin()}, factor_of(query, weights)};
  if (query.get_type() != Query::OP_SCALE_WEIGHT) return std::nullopt;
  const Query any = query.get_subquery(0);
  if (any.get_type() != Query::OP_SYNONYM || !is_term(any.get_subquery(0))) return std::nullopt;
  AskedWord word{.terms = {}, .factor = factor_of(any.get_subquery(0), weights)};
  for (std::size_t at = 0; at < any.get_num_subqueries(); ++at) {
    const Query part = any.get_subquery(at);
    if (!is_term(part)) return std::nullopt;
    word.terms.push_back(*part.get_terms_begin());
  }
  // The engine tells by what it scales in these bytes only.
  if (scaled(any, word.factor).serialise() != query.serialise()) return std::nullopt;
  return word;
}

}  // namespace undex::query
