#include "corpus/archive/catalogue.h"

#include <algorithm>

#include "corpus/natural_order.h"

namespace undex {
namespace {

Identity identity_of(const ArchiveEntry& entry) {
  return {entry.name, entry.language, entry.source};
}

auto place_of(std::vector<ArchiveSource>& sources, const std::string& path) {
  return std::find_if(sources.begin(), sources.end(),
                      [&](const ArchiveSource& source) { return source.source == path; });
}

}  // namespace

const ArchiveSource* Holding::source(std::string_view path) const {
  for (const ArchiveSource& one : sources)
    if (one.source == path) return &one;
  return nullptr;
}

std::optional<ArchiveEntry> Catalogue::enter(const JournalLine& line) {
  revision = std::max(revision, line.revision);
  newest = std::max(newest, line.source.added);
  originals[line.source.sha256] = line.source.size_bytes;
  if (line.kind == LineKind::put) return put(line);
  if (line.kind == LineKind::gone) {
    remove(line);
    return std::nullopt;
  }
  const auto holding = held.find(line.key);
  if (holding == held.end()) return std::nullopt;
  std::vector<ArchiveSource>& sources = holding->second.sources;
  const auto known = place_of(sources, line.source.source);
  if (known == sources.end())
    sources.push_back(line.source);
  else
    *known = line.source;
  by_original[line.source.sha256].insert(line.key);
  return std::nullopt;
}

std::optional<ArchiveEntry> Catalogue::put(const JournalLine& line) {
  std::optional<ArchiveEntry> replaced;
  if (const auto former = gone.extract(line.key)) replaced = former.mapped().entry;
  Holding& holding = held[line.key];
  if (!holding.sources.empty()) {
    replaced = holding.entry;
    keys.erase(identity_of(holding.entry));
  }
  if (holding.sources.empty() || holding.symbol != line.symbol || holding.entry.name != line.name)
    call(line);
  holding.symbol = line.symbol;
  holding.entry = entry_of(line);
  holding.changed = newest;
  holding.changed_in = line.revision;
  by_original[line.source.sha256].insert(line.key);
  if (holding.source(line.source.source))
    holding.sources.erase(place_of(holding.sources, line.source.source));
  holding.sources.insert(holding.sources.begin(), line.source);
  keys[identity_of(holding.entry)] = line.key;
  return replaced;
}

void Catalogue::call(const JournalLine& line) {
  called.emplace(line.name, line.key);
  for (const std::string& part : line.symbol.parts)
    if (part != line.name) called.emplace(part, line.key);
}

void Catalogue::remove(const JournalLine& line) {
  const auto holding = held.find(line.key);
  if (holding == held.end()) return;
  const ArchiveEntry& entry = holding->second.entry;
  if (line.source.source != entry.source) {
    std::vector<ArchiveSource>& sources = holding->second.sources;
    const auto known = place_of(sources, line.source.source);
    if (known != sources.end()) sources.erase(known);
    return;
  }
  keys.erase(identity_of(entry));
  holding->second.sources.clear();
  holding->second.changed = newest;
  holding->second.changed_in = line.revision;
  gone[line.key] = std::move(holding->second);
  held.erase(holding);
}

std::optional<std::size_t> Catalogue::xml_revision(const std::string& key) const {
  if (const auto found = held.find(key); found != held.end()) return found->second.entry.revision;
  if (const auto found = gone.find(key); found != gone.end()) return found->second.entry.revision;
  return std::nullopt;
}

std::vector<ArchiveEntry> Catalogue::find(std::string_view name) const {
  const auto by_key = held.find(std::string(name));
  if (by_key != held.end()) return {by_key->second.entry};
  std::set<std::string> found_keys;
  const auto look_up = [&](const std::string& word, const auto& fits) {
    const auto [begin, end] = called.equal_range(word);
    for (auto at = begin; at != end; ++at) {
      const auto holding = held.find(at->second);
      if (holding != held.end() && fits(holding->second)) found_keys.insert(at->second);
    }
  };
  if (const std::optional<Symbol> symbol = parse_symbol(name))
    for (const std::string& part : symbol->parts)
      look_up(part, [&](const Holding& holding) { return holding.symbol.names(*symbol); });
  if (found_keys.empty())
    look_up(std::string(name), [&](const Holding& holding) { return holding.entry.name == name; });
  return entries(found_keys);
}

std::vector<ArchiveEntry> Catalogue::entries(const std::set<std::string>& found_keys) const {
  std::vector<ArchiveEntry> found;
  for (const std::string& key : found_keys) found.push_back(held.at(key).entry);
  std::sort(found.begin(), found.end(), [](const ArchiveEntry& a, const ArchiveEntry& b) {
    return natural_compare(a.key, b.key) < 0;
  });
  return found;
}

std::vector<ArchiveEntry> Catalogue::find_bytes(std::string_view sha256) const {
  std::set<std::string> found_keys;
  const auto known = by_original.find(std::string(sha256));
  if (known == by_original.end()) return {};
  for (const std::string& key : known->second) {
    const auto holding = held.find(key);
    if (holding == held.end()) continue;
    const std::vector<ArchiveSource>& sources = holding->second.sources;
    if (std::any_of(sources.begin(), sources.end(),
                    [&](const ArchiveSource& source) { return source.sha256 == sha256; }))
      found_keys.insert(key);
  }
  return entries(found_keys);
}

const Holding* Catalogue::find_original(std::string_view sha256, std::string_view source) const {
  const auto found = by_original.find(std::string(sha256));
  if (found == by_original.end()) return nullptr;
  for (const std::string& key : found->second) {
    const auto holding = held.find(key);
    if (holding == held.end()) continue;
    const ArchiveSource* known = holding->second.source(source);
    if (known && known->sha256 == sha256) return &holding->second;
  }
  return nullptr;
}

std::vector<const JournalLine*> lines_of(const Journal& journal, std::string_view name) {
  std::vector<const JournalLine*> by_key, by_symbol, by_name;
  const std::optional<Symbol> symbol = parse_symbol(name);
  for (const JournalLine& line : journal.lines) {
    if (line.key == name) by_key.push_back(&line);
    if (symbol && line.symbol.names(*symbol)) by_symbol.push_back(&line);
    if (line.name == name) by_name.push_back(&line);
  }
  if (!by_key.empty()) return by_key;
  return by_symbol.empty() ? by_name : by_symbol;
}

}  // namespace undex
