#pragma once
// Words that the documents that stand first have in common, asked for beside those of the question
// (pseudo-relevance feedback): tried by rows of the table of rankings.
#include <xapian.h>

#include "searcher/query/weights.h"
#include "searcher/search/index.h"

namespace undex::search {

struct Feedback {
  Xapian::doccount documents = 0;  ///< so many of the first tell words; none where it is 0
  Xapian::termcount words = 0;     ///< so many at most, those that tell most
  double weight = 0;               ///< times that of a word, of the one that tells most
};

/// Documents that hold such words weigh more. It finds the same documents. Not for one of several
/// archives: only its own documents would be asked.
Xapian::Query with_feedback(const Xapian::Query& documents, const Index& index,
                            query::Weights& weights, const Feedback& feedback);

}  // namespace undex::search
