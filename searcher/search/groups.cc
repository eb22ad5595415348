#include "searcher/search/groups.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "schemas/index_form.h"
#include "searcher/search/order.h"
#include "searcher/search/stable_id.h"

namespace undex::search {
namespace {

std::uint64_t id_of(const std::string& group) {
  if (group.empty()) return 0;
  std::uint64_t id = kIdOfNothing;
  add_to_id(group, id);
  return id == 0 ? 1 : id;
}

/// The first by symbol, one more than are named: one of them is the hit itself.
template <typename List>
void keep_the_first(List& ordered) {
  const std::size_t named = std::min(ordered.size(), kOthersNamed + 1);
  std::partial_sort(ordered.begin(), ordered.begin() + static_cast<std::ptrdiff_t>(named),
                    ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  ordered.resize(named);
}

}  // namespace

std::uint32_t group_slot(Group group) {
  assert(group != Group::none);
  return group == Group::work ? kSlotSymbolOrder : kSlotSeries;
}

void GroupSpy::operator()(const Xapian::Document& hit, double) {
  std::string group = hit.get_value(slot_);
  if (group.empty())
    ++alone_;
  else
    members_[std::move(group)].push_back(shard_.whole(hit.get_docid()));
}

const std::vector<Xapian::docid>& GroupSpy::members(const Xapian::Document& hit) const {
  static const std::vector<Xapian::docid> none;
  const auto found = members_.find(hit.get_value(slot_));
  return found == members_.end() ? none : found->second;
}

void GroupSpy::look_at(const query::Database& db, const Xapian::Query& query) {
  for (const auto& [database, shard] : db.parts()) {
    shard_ = shard;
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(db.live(query));
    enquire.add_matchspy(this);
    enquire.get_mset(0, 1, database.get_doccount());
  }
}

std::vector<std::uint64_t> GroupSpy::ids() const {
  std::vector<std::uint64_t> ids;
  ids.reserve(members_.size());
  for (const auto& [group, members] : members_) ids.push_back(id_of(group));
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::unordered_map<std::uint64_t, const std::vector<Xapian::docid>*> GroupSpy::members_by_id()
    const {
  std::unordered_map<std::uint64_t, const std::vector<Xapian::docid>*> by_id;
  for (const auto& [group, members] : members_) by_id.emplace(id_of(group), &members);
  return by_id;
}

std::uint64_t group_id(const Xapian::Document& hit, Group group) {
  return id_of(hit.get_value(group_slot(group)));
}

GroupMembers members_of(const query::Database& documents,
                        const std::vector<Xapian::docid>& members) {
  const SortKey key(Order::symbol);
  std::vector<std::pair<std::string, Xapian::docid>> ordered;
  for (const Xapian::docid member : members)
    ordered.emplace_back(key(documents.get_document(member)), member);
  GroupMembers out{.count = ordered.size()};
  keep_the_first(ordered);
  for (auto& [place, member] : ordered) {
    DocumentCard card = read_card(documents.get_document(member).get_data());
    out.first.push_back({.key = std::move(card.key),
                         .name = std::move(card.name),
                         .title = std::move(card.title),
                         .date = std::move(card.date),
                         .language = std::move(card.language)});
    out.sort_keys.push_back(std::move(place));
  }
  return out;
}

std::vector<GroupMembers> members_of(const query::Database& documents, const GroupSpy& groups,
                                     const std::vector<std::uint64_t>& ids) {
  std::vector<GroupMembers> out;
  const auto by_id = groups.members_by_id();
  for (const std::uint64_t id : ids) {
    const auto found = by_id.find(id);
    out.push_back(found == by_id.end() ? GroupMembers{} : members_of(documents, *found->second));
  }
  return out;
}

void add(GroupMembers more, GroupMembers& all) {
  all.count += more.count;
  std::vector<std::pair<std::string, Version>> ordered;
  for (GroupMembers* one : {&all, &more})
    for (std::size_t at = 0; at < one->first.size(); ++at)
      ordered.emplace_back(std::move(one->sort_keys[at]), std::move(one->first[at]));
  keep_the_first(ordered);
  all.first.clear();
  all.sort_keys.clear();
  for (auto& [place, version] : ordered) {
    all.sort_keys.push_back(std::move(place));
    all.first.push_back(std::move(version));
  }
}

void set_others(GroupMembers members, Hit& hit) {
  hit.others_count = members.count == 0 ? 0 : members.count - 1;
  hit.others = std::move(members.first);
  std::erase_if(hit.others, [&](const Version& one) {
    return one.key == hit.key && one.archive == hit.archive;
  });
  if (hit.others.size() > kOthersNamed) hit.others.resize(kOthersNamed);
}

}  // namespace undex::search
