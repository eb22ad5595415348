#include "indexer/shard.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "corpus/hash.h"
#include "corpus/work.h"
#include "undex/symbol.h"

namespace undex {
namespace {

/// Documents between two commits: what a crash costs, and what is held in memory.
constexpr std::size_t kCommitted = 100;

bool is_there(const Archive& archive, const ArchiveEntry& entry) {
  const std::optional<ArchiveEntry> found = archive.find_original(entry.sha256, entry.source);
  return found && found->name == entry.name && found->language == entry.language;
}

std::string bytes_of(const Archive& from, ArchiveEntry entry, const ArchiveSource& source) {
  entry.sha256 = source.sha256;
  return from.read_original(entry);
}

void copy(const Archive& from, const ArchiveEntry& entry, Archive& into) {
  const Document document = from.read(entry);
  const ArchiveEntry put = into.put(document, from.read_original(entry), Archive::Proof::made);
  const std::vector<ArchiveSource> sources = from.sources(entry);
  for (const ArchiveSource& source : sources) {
    if (source.source == entry.source && source.sha256 == entry.sha256) continue;
    Provenance provenance = document.provenance;
    provenance.source = source.source;
    provenance.sha256 = source.sha256;
    provenance.format = source.format;
    provenance.size_bytes = source.size_bytes;
    provenance.added = source.added;
    into.add_source(put, provenance, bytes_of(from, entry, source));
  }
}

}  // namespace

std::size_t shard_of(std::string_view name, std::size_t shards) {
  const std::optional<Symbol> symbol = parse_symbol(name);
  const std::string work = symbol ? work_of(*symbol).text() : std::string(name);
  const std::string sum = sha256_hex(work).substr(0, 8);
  std::size_t number = 0;
  std::from_chars(sum.data(), sum.data() + sum.size(), number, 16);
  return number % std::max<std::size_t>(shards, 1);
}

ShardCounts shard_archive(
    const Archive& from, std::vector<Archive>& into,
    const std::function<void(std::size_t done, std::size_t total)>& progress) {
  ShardCounts counts{.documents = std::vector<std::size_t>(into.size())};
  const std::vector<ArchiveEntry> entries = from.list();
  const auto commit_all = [&] {
    for (Archive& archive : into) archive.commit();
  };
  for (std::size_t at = 0; at < entries.size(); ++at) {
    const std::size_t shard = shard_of(entries[at].name, into.size());
    ++counts.documents[shard];
    if (is_there(into[shard], entries[at]))
      ++counts.skipped;
    else
      copy(from, entries[at], into[shard]);
    if ((at + 1) % kCommitted == 0) commit_all();
    if (progress) progress(at + 1, entries.size());
  }
  commit_all();
  return counts;
}

}  // namespace undex
