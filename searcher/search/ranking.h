#pragma once
// How documents are put in order of relevance: what was measured (tests/relevance) and chosen, in
// one place. A document weighs what its words weigh in the whole of it, where its title stands
// twice (schemas/index_form.h), and what its two best paragraphs weigh: a report that says
// something once, in one place, stands before one in which the words are scattered. What else can
// be done is here to be measured: production leaves it out.
#include <xapian.h>

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query/weights.h"
#include "searcher/search/feedback.h"
#include "searcher/search/index.h"

namespace undex::search {

using query::Weighting;

struct Ranking {
  std::string_view name;
  Weighting weighting = Weighting::ineb2;
  double best_paragraph = 0;   ///< times its weight, added to that of its document
  double next_paragraph = 0;   ///< the same for the one that is next to it
  std::size_t paragraphs = 0;  ///< so many of the best of all are looked at
  double neighbour = 0;        ///< of a paragraph: times the weight of the better one beside it
  Feedback feedback{};
};

/// The first is that of production, the others show what each choice is worth.
std::span<const Ranking> rankings();
/// Error{usage} when there is none of that name.
const Ranking& ranking_of(std::string_view name);

/// Paragraphs with their weights, best first; of equal ones the first in the index.
using BestParagraphs = std::vector<std::pair<Xapian::docid, double>>;

/// So many of what the query finds as the ranking looks at, and one more; none where it looks at
/// none.
BestParagraphs best_paragraphs(const Xapian::Query& query, const Index& index,
                               const query::Weights& weights, const Ranking& ranking);

/// The weight that paragraphs looked at are above: that of the one too many. So none is preferred
/// among equal ones, wherever they are held.
double least_evidence(std::vector<double> weights, const Ranking& ranking);

/// The query of documents with the weights that the ranking adds. It finds the same documents.
Xapian::Query ranked(const Xapian::Query& documents, const BestParagraphs& best, const Index& index,
                     query::Weights& weights, const Ranking& ranking);

}  // namespace undex::search
