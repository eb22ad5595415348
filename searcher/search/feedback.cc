#include "searcher/search/feedback.h"

#include <algorithm>
#include <string>
#include <vector>

namespace undex::search {
namespace {

using Xapian::Query;

struct Stems : Xapian::ExpandDecider {
  bool operator()(const std::string& term) const override { return term.starts_with('Z'); }
};

/// What tells the first documents from others, best first, without what was asked for.
Xapian::ESet telling_stems(const Query& documents, const Index& index,
                           const query::Weights& weights, const Feedback& feedback) {
  const query::Database& database = index.databases.documents;
  Xapian::Enquire enquire(database.engine());
  set_weights(enquire, weights);
  enquire.set_query(database.live(documents));
  const Xapian::MSet found =
      enquire.get_mset(0, std::min(feedback.documents, database.get_doccount()));
  Xapian::RSet first;
  for (auto it = found.begin(); it != found.end(); ++it) first.add_document(*it);
  const Stems stems;
  return enquire.get_eset(feedback.words, first, 0, &stems);
}

}  // namespace

Query with_feedback(const Query& documents, const Index& index, query::Weights& weights,
                    const Feedback& feedback) {
  if (feedback.documents == 0 || documents.empty()) return documents;
  const Xapian::ESet told = telling_stems(documents, index, weights, feedback);
  std::vector<Query> words;
  for (auto it = told.begin(); it != told.end(); ++it)
    words.emplace_back(Query::OP_SCALE_WEIGHT, weights.leaf(*it),
                       feedback.weight * it.get_weight() / told.begin().get_weight());
  if (words.empty()) return documents;
  return {Query::OP_AND_MAYBE, documents, Query(Query::OP_OR, words.begin(), words.end())};
}

}  // namespace undex::search
