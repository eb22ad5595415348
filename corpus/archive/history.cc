// Where the texts held came from, and what happened to them.
#include "corpus/archive/state.h"
#include "corpus/xml.h"

namespace undex {
namespace {

/// What a line does to the catalogue as it is before it; nothing for a text understood anew.
std::optional<ArchiveEvent> event_of(const JournalLine& line, const Catalogue& before) {
  using What = ArchiveEvent::What;
  ArchiveEvent event = {.what = What::added,
                        .time = line.source.added,
                        .entry = entry_of(line),
                        .source = line.source,
                        .reason = line.reason};
  const auto held = before.held.find(line.key);
  if (held == before.held.end())
    return line.kind == LineKind::put ? std::optional(event) : std::nullopt;
  const Holding& holding = held->second;
  const ArchiveSource* known = holding.source(line.source.source);
  if (line.kind != LineKind::put) event.entry = holding.entry;
  if (line.kind == LineKind::gone) {
    if (!known) return std::nullopt;
    const bool whole = line.source.source == holding.entry.source;
    event.what = whole ? What::removed : What::source_removed;
    event.source = *known;
    return event;
  }
  if (known && known->sha256 == line.source.sha256 && known->source == holding.entry.source)
    return std::nullopt;
  event.what = known && known->sha256 != line.source.sha256 ? What::changed : What::same_text;
  return event;
}

}  // namespace

std::vector<ArchiveSource> Archive::sources(const ArchiveEntry& entry) const {
  const auto found = state_->newest().held.find(entry.key);
  if (found == state_->newest().held.end()) return {};
  std::vector<ArchiveSource> sources = found->second.sources;
  ArchiveSource& first = sources.front();
  if (first.format.empty() && first.added.empty()) {
    // Lines of form 1 do not tell, the document does.
    const Provenance provenance = read(found->second.entry).provenance;
    first.format = provenance.format;
    first.added = provenance.added;
  }
  return sources;
}

std::vector<ArchiveEvent> Archive::history(std::string_view name) const {
  const Journal journal = load_archive(state_->paths);
  std::vector<ArchiveEvent> events;
  Catalogue now;
  for (const JournalLine* line : lines_of(journal, name)) {
    if (const std::optional<ArchiveEvent> event = event_of(*line, now)) events.push_back(*event);
    now.enter(*line);
  }
  for (ArchiveEvent& event : events) {
    if (!event.time.empty()) continue;
    for (const ArchiveSource& source : sources(event.entry))
      if (source.source == event.source.source && source.sha256 == event.source.sha256)
        event.source = source;
    event.time = event.source.added;
  }
  return events;
}

std::vector<ArchiveChange> Archive::changes() const {
  const Catalogue& catalogue = state_->catalogue;
  std::vector<ArchiveChange> changes;
  changes.reserve(catalogue.held.size() + catalogue.gone.size());
  for (const auto* holdings : {&catalogue.held, &catalogue.gone})
    for (const auto& [key, holding] : *holdings)
      changes.push_back({.entry = holding.entry,
                         .symbol = holding.symbol,
                         .time = holding.changed,
                         .removed = holdings == &catalogue.gone,
                         .revision = holding.changed_in});
  return changes;
}

}  // namespace undex
