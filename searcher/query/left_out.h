#pragma once
// Documents of an index that another archive tells of and shows, with their paragraphs, where
// several are searched as one.
#include <map>
#include <string>

#include "searcher/query/context.h"
#include "undex/part.h"

namespace undex::query {

/// For one thread.
class LeftOut {
 public:
  static const LeftOut& none();
  LeftOut(Docids documents, const PlanContext& context);

  bool empty() const { return documents_.docids.empty(); }
  const Docids& docids(Side side) const { return of(side).docids; }
  /// Terms in all of them.
  std::uint64_t length(Side side) const { return of(side).length; }
  /// What the term counts for in them; remembered.
  TermCounts counts(Side side, const std::string& term, const Database& database) const;
  /// Those of these that are left.
  Docids without(Docids found, Side side) const;

 private:
  struct OfSide {
    Docids docids{};
    std::uint64_t length = 0;
    mutable std::map<std::string, TermCounts> counts{};
  };
  LeftOut() = default;
  const OfSide& of(Side side) const { return side == Side::documents ? documents_ : paragraphs_; }

  OfSide documents_, paragraphs_;
};

}  // namespace undex::query
