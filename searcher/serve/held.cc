#include "searcher/serve/held.h"

#include <algorithm>
#include <utility>

#include "corpus/xml.h"
#include "searcher/federation/listed_shelves.h"
#include "searcher/serve/url.h"

namespace undex::serve {
namespace {

bool has(const std::vector<ArchiveEntry>& entries, std::string ArchiveEntry::*member,
         std::string_view value) {
  return std::ranges::find(entries, value, member) != entries.end();
}

/// What other archives hold: the text of that key, and languages that this one has not.
void add_elsewhere(const Call& call, Held& held, std::string_view name, std::string_view key) {
  const std::vector<ArchiveEntry> here = held.entries;
  for (ListedText& text : call.search.find(name).texts) {
    const bool is_new = !has(here, &ArchiveEntry::language, text.language) || text.key == key;
    if (!is_new || has(held.entries, &ArchiveEntry::key, text.key)) continue;
    held.entries.push_back(federation::entry_of(text));
    std::string found = text.key;
    held.elsewhere.emplace(std::move(found), std::move(text));
  }
}

}  // namespace

std::string Held::archive_of(const ArchiveEntry& entry) const {
  const auto found = elsewhere.find(entry.key);
  return found == elsewhere.end() ? std::string() : found->second.archive;
}

Held held_under(const Call& call, std::string_view name, std::string_view language) {
  Held held{.entries = call.view.archive->find(name)};
  const bool is_here = !held.entries.empty() &&
                       (language.empty() || has(held.entries, &ArchiveEntry::language, language));
  if (is_here || !call.search.is_of_several()) return held;
  try {
    add_elsewhere(call, held, name, {});
  } catch (const Error& error) {
    if (error.kind != ErrorKind::usage) throw;
  }
  return held;
}

Held held_of(const Call& call, const Hit& hit) {
  Held held{.entries = call.view.archive->find(hit.name)};
  if (!has(held.entries, &ArchiveEntry::key, hit.key) && call.search.is_of_several())
    add_elsewhere(call, held, hit.name, hit.key);
  return held;
}

std::string xml_of(const Call& call, const Held& held, const ArchiveEntry& entry) {
  const auto found = held.elsewhere.find(entry.key);
  return found == held.elsewhere.end() ? call.view.archive->read_xml(entry)
                                       : call.site.federation()->xml(found->second);
}

std::string original_of(const Call& call, const Held& held, const ArchiveEntry& entry) {
  const auto found = held.elsewhere.find(entry.key);
  return found == held.elsewhere.end() ? call.view.archive->read_original(entry)
                                       : call.site.federation()->original(found->second);
}

Document document_of(const Call& call, const Held& held, const ArchiveEntry& entry) {
  return read_document_xml(xml_of(call, held, entry), entry.key);
}

std::unique_ptr<const Shelves> shelves_of(const Call& call) {
  if (call.search.is_of_several())
    return std::make_unique<const federation::ListedShelves>(*call.site.federation());
  return std::make_unique<const ArchiveShelves>(*call.view.archive, *call.view.names,
                                                reader_of(call.view));
}

std::string address_elsewhere(const Site& site, const std::string& archive, std::string_view path) {
  const std::vector<ListedArchive>& list = site.options().archives;
  const auto found = std::ranges::find(list, archive, &ListedArchive::name);
  if (found == list.end() || found->place.find("://") == std::string::npos) return {};
  const std::size_t end = found->place.find_last_not_of('/') + 1;
  return found->place.substr(0, end) + path_encoded(path);
}

}  // namespace undex::serve
