#include "searcher/federation/held.h"

#include <algorithm>
#include <set>
#include <utility>

#include "searcher/search/holders.h"
#include "searcher/search/index.h"
#include "undex/error.h"

namespace undex::federation {
namespace {

/// By the index: a text may be long, and is not read for this.
std::set<std::string> records_among(const Archive& archive,
                                    const std::vector<ArchiveEntry>& entries) {
  if (entries.empty()) return {};
  std::vector<std::string> keys;
  for (const ArchiveEntry& entry : entries) keys.push_back(entry.key);
  const search::Index index = search::open_index(archive.dir());
  return search::guarded(index.generation,
                         [&] { return search::records_among(keys, index.databases); });
}

}  // namespace

std::vector<ListedText> held_under(const Archive& archive, std::string_view name) {
  std::vector<ArchiveEntry> entries = archive.find(name);
  const std::set<std::string> records = records_among(archive, entries);
  std::vector<ListedText> texts;
  for (ArchiveEntry& entry : entries)
    texts.push_back({.key = entry.key,
                     .name = std::move(entry.name),
                     .language = std::move(entry.language),
                     .file = entry.source.substr(entry.source.rfind('/') + 1),
                     .sha256 = std::move(entry.sha256),
                     .xml_sha256 = std::move(entry.xml_sha256),
                     .revision = entry.revision,
                     .record = records.contains(entry.key)});
  return texts;
}

std::string held_bytes(const Archive& archive, std::string_view key, Kept kept) {
  const std::vector<ArchiveEntry> entries = archive.find(key);
  const auto entry = std::ranges::find(entries, key, &ArchiveEntry::key);
  if (entry == entries.end())
    throw Error(ErrorKind::usage, "does not hold the document any more", "ask again");
  return kept == Kept::xml ? archive.read_xml(*entry) : archive.read_original(*entry);
}

}  // namespace undex::federation
