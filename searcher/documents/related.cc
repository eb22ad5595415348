#include "searcher/documents/related.h"

#include <algorithm>
#include <array>
#include <string>

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
void add_parts(const HeldNames& names, const Symbol& symbol, std::vector<RelatedDocument>& found) {
  for (const std::string& name : names.of_work(symbol)) {
    const std::optional<Symbol> candidate = parse_symbol(name);
    if (!candidate || candidate->names(symbol)) continue;
    const std::optional<WorkRelation> relation = work_relation(*candidate);
    if (relation && relation->to.names(symbol))
      found.push_back({std::string(relation->name), name, true});
  }
}

}  // namespace

std::vector<RelatedDocument> related_documents(const Archive& archive, const HeldNames& names,
                                               const ArchiveEntry& entry, const Symbol& symbol) {
  std::vector<RelatedDocument> found;
  if (const std::optional<WorkRelation> relation = work_relation(symbol)) {
    const std::string name = relation->to.text();
    found.push_back({std::string(relation->inverse), name, !archive.find(name).empty()});
  }
  if (!symbol.parts.empty()) add_parts(names, symbol, found);
  for (const ArchiveEntry& other : archive.find(entry.name)) {
    if (other.key == entry.key) continue;
    const bool same = other.language == entry.language;
    found.push_back(
        {same ? "other text" : "also in", same ? other.key : language_name(other.language), true});
  }
  const std::vector<ArchiveSource> sources = archive.sources(entry);
  for (std::size_t i = 1; i < sources.size(); ++i)
    found.push_back({"also read from", sources[i].source, true});
  return found;
}

}  // namespace undex
