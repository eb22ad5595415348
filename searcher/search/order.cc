#include "searcher/search/order.h"

#include "schemas/index_form.h"

namespace undex::search {
namespace {

constexpr char kToShow = '0';
constexpr char kShown = '1';
constexpr char kEnd = '\0';  ///< of a part: a shorter one goes first
constexpr char kAfterDates = '\x7f';
/// A reference may be as long as its author liked; the key tells what is alike so far apart.
constexpr std::size_t kMostSymbolBytes = 512;

/// What has no date goes last in both orders.
std::string date_part(std::string date, Order order) {
  if (date.empty()) return {kAfterDates};
  if (order == Order::newest)
    for (char& c : date) c = static_cast<char>(kAfterDates - 1 - c);
  return date;
}

}  // namespace

std::string SortKey::operator()(const Xapian::Document& hit) const {
  std::string key(1, kToShow);
  if (order_ == Order::newest || order_ == Order::oldest)
    key += date_part(hit.get_value(kSlotDateOrder), order_) + kEnd;
  key += hit.get_value(kSlotSymbolOrder).substr(0, kMostSymbolBytes) + kEnd;
  key += hit.get_value(kSlotKey) + kEnd;
  key += hit.get_value(kSlotBlock);
  if (!after_.empty() && key <= after_) key.front() = kShown;
  return key;
}

bool SortKey::was_shown(std::string_view key) { return key.starts_with(kShown); }

void set_order(Xapian::Enquire& enquire, Order order, SortKey& key) {
  if (order == Order::relevance)
    enquire.set_sort_by_relevance_then_key(&key, false);
  else
    enquire.set_sort_by_key(&key, false);
}

}  // namespace undex::search
