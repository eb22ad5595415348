#include "searcher/documents/target.h"

#include <algorithm>
#include <compare>
#include <set>
#include <utility>

#include "corpus/natural_order.h"
#include "corpus/text.h"
#include "undex/citations.h"
#include "undex/error.h"
#include "undex/symbol.h"

namespace undex {

namespace {

Locator require_place(std::string_view typed, const std::string& parameter) {
  if (std::optional<Locator> place = parse_locator(typed)) return std::move(*place);
  throw Error(ErrorKind::usage,
              parameter + "'" + printable(typed) + "' is not a place in a document",
              "write it as '18 (g)', 'summary', 'annex, 46' or 'fn *'");
}

}  // namespace

Target find_target(const Archive& archive, std::string_view typed) {
  Target target{.entries = archive.find(typed), .name = std::string(typed), .place = {}};
  if (!target.entries.empty()) return target;
  std::optional<NamedPlace> parts = name_and_place(typed);
  if (!parts) return target;
  target.name = std::move(parts->name);
  target.place = std::move(parts->place);
  target.entries = archive.find(target.name);
  return target;
}

std::optional<NamedPlace> name_and_place(std::string_view typed) {
  const std::size_t mark = typed.find_first_of("#,:");
  if (mark == std::string_view::npos) return std::nullopt;
  return NamedPlace{std::string(typed.substr(0, mark)), require_place(typed.substr(mark + 1), "")};
}

std::vector<Locator> places_of(const Target& target, std::string_view parameter,
                               std::span<const std::string> typed) {
  std::vector<Locator> places;
  if (target.place) places.push_back(*target.place);
  for (const std::string& one : typed)
    places.push_back(require_place(one, std::string(parameter) + ": "));
  return places;
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
  std::vector<ArchiveEntry> entries;
  for (const std::string& key : keys)
    for (ArchiveEntry& entry : archive.find(key)) entries.push_back(std::move(entry));
  std::ranges::sort(entries, [](const ArchiveEntry& a, const ArchiveEntry& b) {
    const std::strong_ordering order = natural_compare(a.name, b.name);
    return order != 0 ? order < 0 : natural_compare(a.key, b.key) < 0;
  });
  return entries;
}

}  // namespace undex
