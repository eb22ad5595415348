#pragma once
// The places of a document that answer, with the words that do.
#include <xapian.h>

#include <string>
#include <vector>

#include "schemas/index_form.h"
#include "searcher/query/expand.h"
#include "searcher/search/marks.h"
#include "undex/search.h"

namespace undex::search {

/// Blocks that count as paragraphs.
Xapian::Query counted_blocks();

class Passages {
 public:
  /// The expansion must live as long.
  Passages(const query::Expansion& expansion, const Node& tree)
      : expansion_(expansion), marker_(tree, &expansion) {}

  /// At most so many that answer best; of equal ones the first in the document.
  query::Docids best(const Xapian::Query& query, std::size_t limit) const;
  /// Of one document, in its order.
  std::vector<Passage> of(const query::Docids& places, const std::string& language) const;
  /// What a document asked for by its symbol begins with: its summary, else its first paragraph.
  std::vector<Passage> opening(const Xapian::Query& own, const std::string& language) const;
  Passage passage(Xapian::docid place, ParagraphCard card, const std::string& language) const;

 private:
  const query::Expansion& expansion_;
  Marker marker_;
};

}  // namespace undex::search
