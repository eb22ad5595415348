#pragma once
// What a query finds, by docid: gathered while the engine walks over it, counted from the columns
// (schemas/columns.h).
#include <xapian.h>

#include <cstddef>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/search/index.h"

namespace undex::search {

using Docids = std::vector<Xapian::docid>;

/// Keeps the docid of everything that matches.
class DocidSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& match, double) override {
    docids.push_back(match.get_docid());
  }
  Docids docids;
};

struct Matches {
  struct OfDocument {
    Xapian::docid document = 0;
    std::size_t paragraphs = 0;  ///< of it that match
  };
  std::vector<OfDocument> documents;
  Docids paragraphs;  ///< of these documents, that count as paragraphs
};

/// Documents that match as a whole, and of the paragraphs those that stand in them: what NOT leaves
/// over, paragraphs alone cannot tell.
Matches join(const Docids& documents, const Docids& paragraphs, const Columns& columns);

/// A pass of its own over both databases.
Matches find_matches(const Node& tree, const Index& index);

}  // namespace undex::search
