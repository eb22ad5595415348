#pragma once
// The documents held, each by a number that is the same in every archive that holds it: so that
// several archives show what more than one of them holds once.
#include <cstdint>
#include <utility>
#include <vector>

#include "searcher/search/index.h"

namespace undex::search {

class Works {
 public:
  /// One pass over the documents.
  explicit Works(const Index& index);

  /// In order, each once.
  std::vector<std::uint64_t> ids() const;
  /// The documents of these, each named once; in order.
  query::Docids documents_of(const std::vector<std::uint64_t>& ids) const;

 private:
  std::vector<std::pair<std::uint64_t, Xapian::docid>> works_;
};

}  // namespace undex::search
