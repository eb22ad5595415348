#pragma once
// Xapian databases of an index, cards.bin and runs.bin: made anew by workers in small runs that are
// compacted once, or changed in place in a private copy.
#include <cstddef>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "corpus/archive.h"
#include "indexer/index/databases.h"

namespace undex {

using BuildProgress = std::function<void(std::size_t done, std::size_t total)>;

struct IndexCounts {
  std::size_t documents = 0;
  std::size_t paragraphs = 0;
};

inline constexpr std::size_t kLeastMemory = 64 << 20;
/// What a build may take.
struct BuildBounds {
  std::size_t workers = 0;  ///< 0: one a core. Fewer than asked where memory does not allow them
  /// Of the whole program, about, from kLeastMemory up; texts of many megabytes take more.
  std::size_t memory_bytes = 128 << 20;
  /// While no more of the documents have changed since a large generation was made, and no more
  /// than 2,000, these are kept in a small one that rests on it; then the two are merged. 0: at
  /// once.
  double beside_share = 0.05;
};
/// How many workers, and what each may hold at once.
struct WorkerBounds {
  std::size_t workers = 1;
  WaitingBounds waiting{};
  WaitingBounds changing{};  ///< of an index that is changed in place, by nobody else
};
WorkerBounds worker_bounds(const BuildBounds& bounds);

/// Where runs end: the numbers of the documents behind their last ones, ascending. Of many
/// documents fifty are a run; of few every worker has one, of about as many bytes as the others',
/// for nobody is done before the last is. `bytes`: of each document.
std::vector<std::size_t> ends_of_runs(const std::vector<std::size_t>& bytes, std::size_t workers);

/// Writes cards.bin and runs.bin beside two databases that were not merged from others.
void finish_index(const Gathered& gathered, const std::filesystem::path& folder);

/// Makes documents/, paragraphs/, cards.bin and runs.bin in the empty folder. Error{archive} when
/// the disk fails.
void build_index(const Archive& archive, const std::vector<ArchiveEntry>& entries,
                 const std::filesystem::path& folder, const WorkerBounds& bounds,
                 const BuildProgress& progress);

/// The same from those of `before`, a generation: removes the documents of these keys and puts the
/// entries in.
void change_index(const Archive& archive, const std::vector<ArchiveEntry>& changed,
                  const std::vector<std::string>& removed, const std::filesystem::path& before,
                  const std::filesystem::path& folder, const WorkerBounds& bounds,
                  const BuildProgress& progress);

/// Archive keys of the documents in the databases of a generation.
std::set<std::string> indexed_keys(const std::filesystem::path& folder);
/// `base`: what it rests on; empty for none.
IndexCounts count_index(const std::filesystem::path& folder,
                        const std::filesystem::path& base = {});

}  // namespace undex
