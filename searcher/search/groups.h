#pragma once
// Documents that belong together: language versions and sources of one symbol, or one series.
#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

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
  /// Without what the decider, if any, leaves out: spies see that too.
  explicit GroupSpy(Group group, const Xapian::MatchDecider* decider = nullptr)
      : slot_(group_slot(group)), decider_(decider) {}
  void operator()(const Xapian::Document& hit, double weight) override;
  /// All that the query finds.
  void look_at(const Xapian::Database& db, const Xapian::Query& query);
  std::size_t groups() const { return members_.size() + alone_; }
  /// Of the same group as this document or paragraph.
  const std::vector<Xapian::docid>& members(const Xapian::Document& hit) const;
  /// Numbers of the groups, in order, without what is alone.
  std::vector<std::uint64_t> ids() const;
  /// By the numbers of the groups.
  std::unordered_map<std::uint64_t, const std::vector<Xapian::docid>*> members_by_id() const;

 private:
  std::uint32_t slot_;
  const Xapian::MatchDecider* decider_;
  std::unordered_map<std::string, std::vector<Xapian::docid>> members_;
  std::size_t alone_ = 0;
};

GroupMembers members_of(const Xapian::Database& documents,
                        const std::vector<Xapian::docid>& members);
/// Of each of these groups.
std::vector<GroupMembers> members_of(const Xapian::Database& documents, const GroupSpy& groups,
                                     const std::vector<std::uint64_t>& ids);
/// Adds those of another archive.
void add(GroupMembers more, GroupMembers& all);
/// All of the group of the hit but itself become its others.
void set_others(GroupMembers members, Hit& hit);

}  // namespace undex::search
