#include "searcher/federation/held.h"

#include <algorithm>
#include <set>
#include <utility>

#include "searcher/documents/shelves.h"
#include "searcher/federation/wire.h"
#include "searcher/search/holders.h"
#include "searcher/search/index.h"
#include "undex/citations.h"
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

std::vector<std::string> held_of(const Archive& archive, const std::vector<std::string>& names) {
  if (names.size() > kMostNames)
    throw Error(ErrorKind::usage, "asked for more than " + std::to_string(kMostNames) + " names",
                "ask in parts");
  std::vector<std::string> held;
  for (const std::string& name : names)
    if (!archive.find(name).empty()) held.push_back(name);
  return held;
}

std::vector<CitingText> held_citing(const Archive& archive, const Symbol& cited) {
  if (citing_keys(archive.dir(), cited).size() > kMostCiting)
    throw Error(ErrorKind::usage,
                "more than " + std::to_string(kMostCiting) + " texts there cite it",
                "find them with 'undex search cites:SYMBOL'");
  const HeldNames names(archive);
  const ReadDocument read = [&](const ArchiveEntry& entry) { return archive.read(entry); };
  return ArchiveShelves(archive, names, read).citing(cited);
}

}  // namespace undex::federation
