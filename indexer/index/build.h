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

/// Makes documents/ and paragraphs/ in the empty folder. Error{archive} when the disk fails.
void build_index(const Archive& archive, const std::vector<ArchiveEntry>& entries,
                 const std::filesystem::path& folder, const BuildProgress& progress);

/// Removes the documents of these keys and puts the entries in, in the databases of the folder.
void change_index(const Archive& archive, const std::vector<ArchiveEntry>& changed,
                  const std::vector<std::string>& removed, const std::filesystem::path& folder,
                  const BuildProgress& progress);

/// Archive keys of the documents in the index.
std::set<std::string> indexed_keys(const std::filesystem::path& folder);
IndexCounts count_index(const std::filesystem::path& folder);

}  // namespace undex
