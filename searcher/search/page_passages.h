#pragma once
// Which places are shown of the documents of a page: chosen for all of them together, from what was
// counted and ranked already.
#include <xapian.h>

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "searcher/query/expand.h"
#include "searcher/search/asked.h"
#include "searcher/search/listing.h"
#include "searcher/search/passages.h"
#include "searcher/search/ranking.h"
#include "undex/search.h"

namespace undex::search {

/// What a question has found so far.
struct Found {
  const Asked& asked;
  const query::Docids& paragraphs;  ///< all that answer: those that count, headings and the like
  const BestParagraphs& best;       ///< of them; may be empty
};

class PagePassages {
 public:
  /// All that is given must live as long.
  PagePassages(const std::vector<Listed>& page, const Found& found,
               const query::Expansion& expansion, const Passages& passages);

  /// At most so many of its paragraphs that answer, else of its headings and the like that do; else
  /// of paragraphs that answer in part, and the hit says so. A document that is named shows nothing
  /// but paragraphs: its masthead says its name, which is shown already.
  void add_to(Hit& hit, const Listed& document, std::size_t limit);

 private:
  query::Docids chosen(Xapian::docid document, std::size_t limit, bool named) const;
  std::vector<Passage> in_part(const Xapian::Query& own, std::size_t limit, bool named,
                               const std::string& language);

  const Found found_;
  const query::Expansion& expansion_;
  const Passages& passages_;
  std::map<Xapian::docid, query::Docids> places_;  ///< of each document of the page
  std::map<Xapian::docid, query::Docids> best_;    ///< the same in part, best first
  std::optional<Xapian::Query> parts_;             ///< any part of the question
};

}  // namespace undex::search
