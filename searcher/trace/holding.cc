#include "searcher/trace/holding.h"

#include <algorithm>

#include "corpus/document.h"

namespace undex {

const ArchiveEntry* chosen_version(const std::vector<ArchiveEntry>& versions) {
  if (versions.empty()) return nullptr;
  const auto english = std::ranges::find(versions, "en", &ArchiveEntry::language);
  return english == versions.end() ? &versions.front() : &*english;
}

Holding holding_of(const ArchiveEntry& entry, const Document& document) {
  const Masthead& masthead = document.masthead;
  const auto says = [&](MastheadItem item) { return masthead.normal(item) == "true"; };
  const Value* date = masthead.find(MastheadItem::date);
  return {.key = entry.key,
          .name = document.name(),
          .title = masthead.normal(MastheadItem::title),
          .date = date == nullptr ? "" : date->normal,
          .date_flag = date == nullptr ? "" : date->flag,
          .kind = masthead.normal(MastheadItem::document_type),
          .held_as = says(MastheadItem::record)     ? "catalogue record"
                     : says(MastheadItem::abridged) ? "abridged record"
                                                    : "text"};
}

std::optional<Holding> holding_of(const Archive& archive, const Symbol& symbol) {
  for (const std::string& part : symbol.parts) {
    const std::vector<ArchiveEntry> versions = archive.find(part);
    if (const ArchiveEntry* entry = chosen_version(versions))
      return holding_of(*entry, archive.read(*entry));
  }
  return std::nullopt;
}

}  // namespace undex
