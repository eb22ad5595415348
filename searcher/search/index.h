#pragma once
// An opened index: its files, its databases, its columns, cards and runs, and how a fault of Xapian
// becomes one of ours.
#include <xapian.h>

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "schemas/columns.h"
#include "schemas/headings.h"
#include "schemas/mapped_file.h"
#include "searcher/query/plan.h"
#include "searcher/query/sharded.h"
#include "searcher/search/generation.h"
#include "undex/error.h"

namespace undex::search {

struct Index {
  Generation generation;
  query::PlanContext databases{};
  MappedFile deleted_file{};  ///< none where it rests on no other
  MappedFile columns_file{};
  Columns columns{};  ///< in columns_file
  query::ShardedRuns runs{};
  std::vector<MappedFile> shard_files{};  ///< cards and runs
  MappedFile headings_file{};
  std::optional<HeadingTable> headings{};  ///< in headings_file; none without a thesaurus
};

/// nullptr where no thesaurus is kept.
inline const HeadingTable* headings(const Index& index) {
  return index.headings ? &*index.headings : nullptr;
}

/// Opens the current generation; tries again when a writer publishes a new one meanwhile.
Index open_index(const std::filesystem::path& archive);

/// Error{archive}: "cannot read index '...': ...".
[[noreturn]] void fail_reading(const Generation& generation, const Xapian::Error& fault);

/// What `ask` returns; a fault of the engine becomes Error{archive}.
template <typename Ask>
auto guarded(const Generation& generation, Ask ask) {
  try {
    return ask();
  } catch (const Xapian::Error& fault) {
    fail_reading(generation, fault);
  }
}

}  // namespace undex::search
