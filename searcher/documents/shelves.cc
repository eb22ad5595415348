#include "searcher/documents/shelves.h"

#include "schemas/field_readers.h"

namespace undex {

CitingText citing_text(const std::string& key, const Document& document,
                       const std::function<bool(const Reference&)>& wanted) {
  return {.key = key,
          .language = document.language(),
          .abridged = document.masthead.normal(MastheadItem::abridged) == "true",
          .partner = citing_partner(document, wanted)};
}

std::vector<std::string> ArchiveShelves::more_sources(const ArchiveEntry& entry) const {
  std::vector<std::string> more;
  const std::vector<ArchiveSource> sources = archive_.sources(entry);
  for (std::size_t at = 1; at < sources.size(); ++at) more.push_back(sources[at].source);
  return more;
}

std::map<std::string, std::string> ArchiveShelves::holders_of(
    const std::vector<std::string>& names) const {
  std::map<std::string, std::string> held;
  for (const std::string& name : names)
    if (!archive_.find(name).empty()) held.emplace(name, "");
  return held;
}

std::vector<CitingText> ArchiveShelves::citing(const Symbol& cited) const {
  std::vector<CitingText> texts;
  const auto wanted = [&](const Reference& reference) {
    return !is_internal(reference) && cites_symbol(reference, cited);
  };
  for (const ArchiveEntry& entry : citing_entries(archive_, cited))
    texts.push_back(citing_text(entry.key, read_(entry), wanted));
  return texts;
}

}  // namespace undex
