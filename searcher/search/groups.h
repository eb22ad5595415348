#pragma once
// Documents that belong together: language versions and sources of one symbol, or one series.
#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/query/database.h"
#include "undex/part.h"
#include "undex/search.h"

namespace undex::search {

/// Groups that a part tells by their numbers.
inline constexpr std::size_t kMostGroups = 50'000;
inline constexpr std::size_t kOthersNamed = 20;

/// Slot of what documents and paragraphs of one group have in common (index_form.h). Not for
/// Group::none.
std::uint32_t group_slot(Group group);
/// The number of its group; 0 for none.
std::uint64_t group_id(const Xapian::Document& hit, Group group);

/// What matches, by group. What has no group is one by itself.
class GroupSpy : public Xapian::MatchSpy {
 public:
  explicit GroupSpy(Group group) : slot_(group_slot(group)) {}
  void operator()(const Xapian::Document& hit, double weight) override;
  /// All that the query finds.
  void look_at(const query::Database& db, const Xapian::Query& query);
  std::size_t groups() const { return members_.size() + alone_; }
  /// Of the same group as this document or paragraph.
  const std::vector<Xapian::docid>& members(const Xapian::Document& hit) const;
  /// Numbers of the groups, in order, without what is alone.
  std::vector<std::uint64_t> ids() const;
  /// By the numbers of the groups.
  std::unordered_map<std::uint64_t, const std::vector<Xapian::docid>*> members_by_id() const;

 private:
  std::uint32_t slot_;
  Shard shard_;  ///< of what is looked at
  std::unordered_map<std::string, std::vector<Xapian::docid>> members_;
  std::size_t alone_ = 0;
};

GroupMembers members_of(const query::Database& documents,
                        const std::vector<Xapian::docid>& members);
/// Of each of these groups.
std::vector<GroupMembers> members_of(const query::Database& documents, const GroupSpy& groups,
                                     const std::vector<std::uint64_t>& ids);
/// Adds those of another archive.
void add(GroupMembers more, GroupMembers& all);
/// All of the group of the hit but itself become its others.
void set_others(GroupMembers members, Hit& hit);

}  // namespace undex::search
