#include "searcher/documents/records.h"

#include <algorithm>
#include <map>
#include <string>

namespace undex {

std::vector<HeldDocument> by_name(const std::vector<ArchiveEntry>& entries) {
  std::vector<HeldDocument> documents;
  std::map<std::string, std::size_t> known;
  for (const ArchiveEntry& entry : entries) {
    const auto [at, is_new] = known.emplace(entry.name, documents.size());
    if (is_new) documents.emplace_back();
    documents[at->second].entries.push_back(entry);
  }
  return documents;
}

const ArchiveEntry& text_in(const std::vector<ArchiveEntry>& entries, std::string_view language) {
  for (const std::string_view code : {language, std::string_view("en")})
    for (const ArchiveEntry& entry : entries)
      if (entry.language == code) return entry;
  return entries.front();
}

Record record_of(const HeldDocument& held, const Document& text) {
  Record record = record_of(text);
  record.places = held.places;
  for (const ArchiveEntry& entry : held.entries)
    if (std::ranges::find(record.languages, entry.language) == record.languages.end())
      record.languages.push_back(entry.language);
  return record;
}

}  // namespace undex
