#pragma once
// Words that weigh by the lengths of the columns. The engine looks a length up in a list of all,
// which it walks through up to there: that takes longer than what else ranking paragraphs takes.
#include <xapian.h>

#include "schemas/columns.h"
#include "searcher/query/database.h"
#include "searcher/query/weights.h"

namespace undex::query {

/// Finds and weighs the same. Of its parts,
/// phrases and what is weighed several times stay with the engine. All must live as long as the
/// search.
Xapian::Query with_lengths(const Xapian::Query& query, const Database& paragraphs,
                           const Columns& columns, const Weights& weights);

}  // namespace undex::query
