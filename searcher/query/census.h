#pragma once
// What a plan and its weights ask of what is held: counted in this index, or told by all archives
// where several are searched as one. All that was asked is kept, so that an archive can tell it.
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "searcher/query/context.h"
#include "searcher/query/left_out.h"
#include "undex/part.h"

namespace undex::query {

class Census {
 public:
  /// `told`: the sum of what all archives told; nullptr where this index is all there is, or tells.
  /// `left_out`: what others tell of. All must live as long.
  explicit Census(const PlanContext& context, const Statistics* told = nullptr,
                  const LeftOut& left_out = LeftOut::none())
      : context_(context), told_(told), left_out_(left_out) {}

  double size(Side side) const;
  double average_length(Side side) const;
  /// What nobody told of is counted here.
  TermCounts counts(Side side, const std::string& term) const;
  bool holds(Side side, const std::string& term) const { return counts(side, term).holders > 0; }
  bool holds_here(Side side, const std::string& term) const;
  /// Whether anything answers a part of the plan: here, or where others said so.
  bool any(const std::string& part, const std::function<bool()>& here) const;
  /// What a leaf stands for here, with what it stands for elsewhere.
  using Terms = std::map<std::string, std::uint64_t>;
  const Terms& expansion(const std::string& leaf, const std::function<Terms()>& here) const;

  const LeftOut& left_out() const { return left_out_; }

  /// All that was asked, as it was answered.
  const Statistics& asked() const { return asked_; }

 private:
  const Database& database(Side side) const;
  const SideStatistics& whole(Side side) const;
  SideStatistics& asked(Side side) const;

  const PlanContext& context_;
  const Statistics* told_;
  const LeftOut& left_out_;
  mutable Statistics asked_;
};

}  // namespace undex::query
