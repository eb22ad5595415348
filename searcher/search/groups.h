#pragma once
// Documents that belong together: language versions and sources of one symbol, or one series.
#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "undex/search.h"

namespace undex::search {

/// Slot of what documents and paragraphs of one group have in common (index_form.h). Not for
/// Group::none.
std::uint32_t group_slot(Group group);

/// What matches, by group. What has no group is one by itself.
class GroupSpy : public Xapian::MatchSpy {
 public:
  /// Without what the decider, if any, leaves out: spies see that too.
  explicit GroupSpy(Group group, const Xapian::MatchDecider* decider = nullptr)
      : slot_(group_slot(group)), decider_(decider) {}
  void operator()(const Xapian::Document& hit, double weight) override;
  std::size_t groups() const { return members_.size() + alone_; }
  /// Of the same group as this document or paragraph.
  const std::vector<Xapian::docid>& members(const Xapian::Document& hit) const;

 private:
  std::uint32_t slot_;
  const Xapian::MatchDecider* decider_;
  std::unordered_map<std::string, std::vector<Xapian::docid>> members_;
  std::size_t alone_ = 0;
};

/// Adds to a hit the other documents of its group.
void add_others(const Xapian::Database& documents, const std::vector<Xapian::docid>& members,
                Hit& hit);

}  // namespace undex::search
