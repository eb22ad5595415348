#pragma once
// The hits of one page: documents or paragraphs of a query, in order, one a work or series where
// they are grouped.
#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/query/weights.h"
#include "undex/search.h"

namespace undex::search {

struct Page {
  std::size_t offset = 0;
  std::size_t limit = 0;
  std::string after;  ///< sort key of the last hit of the page before; empty for none
};

struct Listed {
  Xapian::docid docid = 0;
  Xapian::Document hit;  ///< does not know its docid
  double weight = 0;
  std::string key;  ///< order.h
};
struct Listing {
  std::vector<Listed> hits;
  bool more = false;  ///< others follow
};

/// What is listed, and how.
struct ListOrder {
  Order order = Order::relevance;
  Group group = Group::none;
  const query::Weights* weights = nullptr;
};

/// Counts nothing: the engine may pass over what cannot come onto the page.
Listing list_page(const query::Database& db, const Xapian::Query& query, const ListOrder& how,
                  const Page& page);

}  // namespace undex::search
