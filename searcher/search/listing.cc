#include "searcher/search/listing.h"

#include <algorithm>
#include <utility>

#include "schemas/index_form.h"
#include "searcher/search/groups.h"
#include "searcher/search/order.h"

namespace undex::search {

Listing list_page(const query::Database& db, const Xapian::Query& query, const ListOrder& how,
                  const Page& page) {
  Listing listing;
  if (page.limit == 0 || query.empty()) return listing;
  Xapian::Enquire enquire(db.engine());
  set_weights(enquire, *how.weights);
  enquire.set_query(db.live(query));
  SortKey key(how.order, page.after);
  set_order(enquire, how.order, key);
  if (how.group != Group::none) enquire.set_collapse_key(group_slot(how.group));
  const std::size_t all = db.get_doccount();
  const auto first = static_cast<Xapian::doccount>(std::min(page.offset, all));
  const auto wanted = static_cast<Xapian::doccount>(std::min(page.limit, all) + 1);
  const Xapian::MSet found = enquire.get_mset(first, wanted);
  for (auto it = found.begin(); it != found.end(); ++it) {
    std::string place = it.get_sort_key();
    if (SortKey::was_shown(place)) break;
    listing.more = listing.hits.size() == page.limit;
    if (listing.more) break;
    listing.hits.push_back({.docid = *it,
                            .hit = it.get_document(),
                            .weight = it.get_weight(),
                            .key = std::move(place)});
  }
  return listing;
}

}  // namespace undex::search
