#include "searcher/documents/target.h"

#include <algorithm>
#include <set>

#include "corpus/strings.h"
#include "undex/citations.h"
#include "undex/error.h"
#include "undex/symbol.h"

namespace undex {

Target find_target(const Archive& archive, std::string_view typed) {
  Target target{.entries = archive.find(typed), .name = std::string(typed), .place = {}};
  if (!target.entries.empty()) return target;
  const std::size_t mark = typed.find_first_of("#,:");
  if (mark == std::string_view::npos) return target;
  target.name = typed.substr(0, mark);
  target.place = parse_locator(typed.substr(mark + 1));
  if (!target.place)
    throw Error(ErrorKind::usage,
                "'" + std::string(typed.substr(mark + 1)) + "' is not a place in a document",
                "write it as '18 (g)', 'summary', 'annex, 46' or 'fn *'");
  target.entries = archive.find(target.name);
  return target;
}

std::string nearest_held(const Archive& archive, std::string_view name) {
  const std::vector<ArchiveEntry> entries = archive.list();
  const std::optional<Symbol> symbol = parse_symbol(name);
  const std::string wanted = symbol ? symbol->text() : std::string(name);
  std::vector<std::string_view> names;
  for (const ArchiveEntry& entry : entries) names.push_back(entry.name);
  const std::string near = nearest_name(wanted, names);
  if (!near.empty()) return near;
  const auto longer = std::ranges::find_if(
      names, [&](std::string_view held) { return held.starts_with(wanted + "/"); });
  return longer == names.end() ? std::string() : std::string(*longer);
}

const ArchiveEntry& version_in(const std::vector<ArchiveEntry>& entries,
                               std::string_view language) {
  const auto found =
      std::ranges::find(entries, language.empty() ? "en" : language, &ArchiveEntry::language);
  if (found != entries.end()) return *found;
  if (language.empty()) return entries.front();
  throw Error(
      ErrorKind::usage,
      "'" + entries.front().name + "' is not held in language '" + std::string(language) + "'",
      "it is held in '" + entries.front().language + "'");
}

std::vector<ArchiveEntry> citing_entries(const Archive& archive, const Symbol& symbol) {
  const std::set<std::string> keys = citing_keys(archive.dir(), symbol);
  std::vector<ArchiveEntry> entries = archive.list();
  std::erase_if(entries, [&](const ArchiveEntry& entry) { return !keys.contains(entry.key); });
  return entries;
}

}  // namespace undex
