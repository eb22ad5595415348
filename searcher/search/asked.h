#pragma once
// What a request asks for: its text read and planned once for the steps of a search.
#include <xapian.h>

#include "searcher/query/plan.h"
#include "undex/search.h"

namespace undex::search {

struct Asked {
  Node tree;
  Order order = Order::relevance;
  Xapian::Query documents;      ///< ranks
  Xapian::Query paragraphs;     ///< finds
  bool has_text = false;        ///< words, concepts, symbols: there are passages to show
  bool names_document = false;  ///< symbol:E/2003/75
};

/// What its text means, without its filters. Throws QueryError.
Node read_typed(const Request& request);
/// Throws QueryError or Error{usage} for what cannot be asked.
Asked read_request(const Request& request, const query::Expansion& expansion);

}  // namespace undex::search
