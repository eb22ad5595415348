#include "searcher/documents/related.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "corpus/work.h"

namespace undex {
namespace {

struct Language {
  std::string_view code;
  std::string_view name;
};
constexpr std::array<Language, 6> kLanguages = {{{"ar", "Arabic"},
                                                 {"en", "English"},
                                                 {"es", "Spanish"},
                                                 {"fr", "French"},
                                                 {"ru", "Russian"},
                                                 {"zh", "Chinese"}}};

std::string language_name(std::string_view code) {
  for (const Language& language : kLanguages)
    if (language.code == code) return std::string(language.name);
  return std::string(code);
}

/// Documents of the same work whose relation leads to this one, one for each symbol.
void add_parts(const Shelves& shelves, const Symbol& symbol, std::vector<RelatedDocument>& found) {
  for (const std::string& name : shelves.names_of_work(symbol)) {
    const std::optional<Symbol> candidate = parse_symbol(name);
    if (!candidate || candidate->names(symbol)) continue;
    const std::optional<WorkRelation> relation = work_relation(*candidate);
    if (relation && relation->to.names(symbol))
      found.push_back({std::string(relation->name), name, true});
  }
}

}  // namespace

std::vector<RelatedDocument> related_documents(const Shelves& shelves, const ArchiveEntry& entry,
                                               const Symbol& symbol) {
  std::vector<RelatedDocument> found;
  if (const std::optional<WorkRelation> relation = work_relation(symbol)) {
    const std::string name = relation->to.text();
    found.push_back({std::string(relation->inverse), name, !shelves.holders_of({name}).empty()});
  }
  if (!symbol.parts.empty()) add_parts(shelves, symbol, found);
  for (const ArchiveEntry& other : shelves.find(entry.name).entries) {
    if (other.key == entry.key) continue;
    const bool same = other.language == entry.language;
    found.push_back(
        {same ? "other text" : "also in", same ? other.key : language_name(other.language), true});
  }
  for (std::string& source : shelves.more_sources(entry))
    found.push_back({"also read from", std::move(source), true});
  return found;
}

std::vector<RelatedDocument> related_documents(const Archive& archive, const HeldNames& names,
                                               const ArchiveEntry& entry, const Symbol& symbol) {
  return related_documents(ArchiveShelves(archive, names, {}), entry, symbol);
}

}  // namespace undex
