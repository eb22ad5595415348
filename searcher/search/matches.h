#pragma once
// What a query finds, by docid, counted from the columns (schemas/columns.h).
#include <xapian.h>

#include <cstddef>
#include <vector>

#include "searcher/query/context.h"
#include "searcher/query/query.h"
#include "searcher/search/index.h"

namespace undex::search {

using query::Docids;

struct Matches {
  struct OfDocument {
    Xapian::docid document = 0;
    std::size_t paragraphs = 0;  ///< of it that match
  };
  std::vector<OfDocument> documents;  ///< in order
  Docids paragraphs;                  ///< of these documents, that count as paragraphs

  std::size_t paragraphs_of(Xapian::docid document) const;
};

/// Documents that match as a whole, and of the paragraphs those that stand in them: what NOT leaves
/// over, paragraphs alone cannot tell.
Matches join(const Docids& documents, const Docids& paragraphs, const Columns& columns);

/// A pass of its own over both databases.
Matches find_matches(const Node& tree, const Index& index);

}  // namespace undex::search
