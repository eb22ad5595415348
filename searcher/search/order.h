#pragma once
// How hits stand: what is asked for, and equal ones by symbol, by key and by place, so that the
// order never depends on when a document came in.
#include <xapian.h>

#include <string>
#include <string_view>
#include <utility>

#include "undex/search.h"

namespace undex::search {

/// Where a hit stands among the others, but for weight, which goes before it where the best come
/// first. Bytes in this order are hits in that order, and no two hits have the same.
class SortKey : public Xapian::KeyMaker {
 public:
  /// Hits up to the one of the key `after` stand behind all others.
  explicit SortKey(Order order, std::string after = {}) : order_(order), after_(std::move(after)) {}
  std::string operator()(const Xapian::Document& hit) const override;
  /// Whether a hit of this key stands behind the others because of `after`.
  static bool was_shown(std::string_view key);

 private:
  Order order_;
  std::string after_;
};

/// The key must live as long as the search.
void set_order(Xapian::Enquire& enquire, Order order, SortKey& key);

}  // namespace undex::search
