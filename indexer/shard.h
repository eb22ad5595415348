#pragma once
// An archive split into several, for several machines: each document goes whole into one of them,
// with the original bytes of all its sources.
#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "corpus/archive.h"

namespace undex {

/// Which of so many shards a document of that name (Document::name()) lies in, from 0. Language
/// versions, corrigenda, addenda and revisions of one work go together, and the answer is the same
/// on every machine. It rests on the first 32 bits of the SHA-256 of the work's name.
std::size_t shard_of(std::string_view name, std::size_t shards);

struct ShardCounts {
  std::vector<std::size_t> documents;  ///< in each of the archives
  std::size_t skipped = 0;             ///< were there already, from a run that was stopped
};

/// Puts every document held into the archive that shard_of() tells, and makes each durable. What is
/// there already is passed over, so a run that was stopped goes on. The history of a document
/// begins anew; removed documents and the register of submissions stay behind. `progress` may be
/// empty and may throw to stop. Errors as of Archive.
ShardCounts shard_archive(const Archive& from, std::vector<Archive>& into,
                          const std::function<void(std::size_t done, std::size_t total)>& progress);

}  // namespace undex
