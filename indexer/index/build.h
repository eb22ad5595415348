#pragma once
// Xapian databases of an index: made anew by workers in small runs that are compacted once, or
// changed in place in a private copy.
#include <cstddef>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "corpus/archive.h"

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
};
/// How many workers, and what each may hold at once.
struct WorkerBounds {
  std::size_t workers = 1;
  std::size_t document_text_bytes = 0;   ///< whose postings wait in memory, of documents
  std::size_t paragraph_text_bytes = 0;  ///< of paragraphs
  std::size_t sorted_bytes = 0;          ///< runs of words, before they go to the disk
};
WorkerBounds worker_bounds(const BuildBounds& bounds);

/// Makes documents/ and paragraphs/ in the empty folder. Error{archive} when the disk fails.
void build_index(const Archive& archive, const std::vector<ArchiveEntry>& entries,
                 const std::filesystem::path& folder, const WorkerBounds& bounds,
                 const BuildProgress& progress);

/// Removes the documents of these keys and puts the entries in, in the databases of the folder.
void change_index(const Archive& archive, const std::vector<ArchiveEntry>& changed,
                  const std::vector<std::string>& removed, const std::filesystem::path& folder,
                  const BuildProgress& progress);

/// Archive keys of the documents in the index.
std::set<std::string> indexed_keys(const std::filesystem::path& folder);
IndexCounts count_index(const std::filesystem::path& folder);

}  // namespace undex
