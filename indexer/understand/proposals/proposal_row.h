#pragma once
// From what was seen to rows: ids that are free, parts of longer names left out.
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/proposals/discover.h"
#include "indexer/understand/proposals/known_names.h"

namespace undex {

/// The names proposed, to tell which is but a part of another.
class LongerNames {
 public:
  void add(std::string_view name, std::size_t paragraphs);
  /// The name is the beginning or the end of a longer one that is hardly rarer.
  bool hides(std::string_view name, std::size_t paragraphs) const;

 private:
  std::map<std::string, std::size_t, std::less<>> parts_;
};

/// Gives each an id that neither the tables nor another proposal has.
void name_proposals(std::vector<Proposal>& proposals, const KnownNames& known);

}  // namespace undex
