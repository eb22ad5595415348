#include "searcher/search/groups.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "schemas/index_form.h"
#include "searcher/search/order.h"

namespace undex::search {
namespace {

constexpr std::size_t kOthersNamed = 20;

}  // namespace

std::uint32_t group_slot(Group group) {
  assert(group != Group::none);
  return group == Group::work ? kSlotSymbolOrder : kSlotSeries;
}

void GroupSpy::operator()(const Xapian::Document& hit, double) {
  if (decider_ && !(*decider_)(hit)) return;
  std::string group = hit.get_value(slot_);
  if (group.empty())
    ++alone_;
  else
    members_[std::move(group)].push_back(hit.get_docid());
}

const std::vector<Xapian::docid>& GroupSpy::members(const Xapian::Document& hit) const {
  static const std::vector<Xapian::docid> none;
  const auto found = members_.find(hit.get_value(slot_));
  return found == members_.end() ? none : found->second;
}

void add_others(const Xapian::Database& documents, const std::vector<Xapian::docid>& members,
                Hit& hit) {
  const SortKey key(Order::symbol);
  std::vector<std::pair<std::string, Xapian::docid>> ordered;
  for (const Xapian::docid member : members) {
    const Xapian::Document document = documents.get_document(member);
    if (document.get_value(kSlotKey) != hit.key) ordered.emplace_back(key(document), member);
  }
  hit.others_count = ordered.size();
  const std::size_t named = std::min(ordered.size(), kOthersNamed);
  std::partial_sort(ordered.begin(), ordered.begin() + static_cast<std::ptrdiff_t>(named),
                    ordered.end());
  ordered.resize(named);
  for (const auto& [place, member] : ordered) {
    DocumentCard card = read_card(documents.get_document(member).get_data());
    hit.others.push_back({.key = std::move(card.key),
                          .name = std::move(card.name),
                          .title = std::move(card.title),
                          .date = std::move(card.date),
                          .language = std::move(card.language)});
  }
}

}  // namespace undex::search
