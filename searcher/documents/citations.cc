#include "searcher/documents/citations.h"

#include <algorithm>
#include <utility>

#include "corpus/text.h"
#include "undex/error.h"

namespace undex {
namespace {

CitationRecord record_of(const CitingText& text, const CitingPlace& place) {
  const Reference& reference = place.reference;
  CitationRecord record{.key = text.key,
                        .name = text.partner.name,
                        .title = text.partner.title,
                        .date = text.partner.date,
                        .language = text.language,
                        .abridged = text.abridged,
                        .locator = place.at.text(),
                        .pinpoint = place.at.citation(),
                        .cited = reference.cited.text(),
                        .cited_pinpoints = {},
                        .kind = std::string(name_of(reference.kind)),
                        .relation = std::string(name_of(reference.relation)),
                        .dated = reference.dated,
                        .target = reference.target,
                        .words = place.as_printed,
                        .archive = text.archive};
  for (const Locator& pinpoint : reference.pinpoints)
    record.cited_pinpoints.push_back(pinpoint.citation());
  return record;
}

/// The title stands among the blocks of the masthead too.
bool is_said(const CitationRecord& record, const std::vector<CitationRecord>& said) {
  return record.locator == "masthead" &&
         std::ranges::any_of(said, [&](const CitationRecord& other) {
           return other.key == record.key && other.locator == record.locator &&
                  other.cited == record.cited;
         });
}

void add_records(const CitingText& text, std::vector<CitationRecord>& out) {
  for (const CitingPlace& place : text.partner.places)
    if (CitationRecord record = record_of(text, place); !is_said(record, out))
      out.push_back(std::move(record));
}

void note_holders(const Shelves& shelves, std::vector<CitationRecord>& records) {
  std::vector<std::string> names;
  for (const CitationRecord& record : records)
    if (!record.cited.empty()) names.push_back(record.cited);
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const std::map<std::string, std::string> holders = shelves.holders_of(names);
  for (CitationRecord& record : records) record.cited_held = holders.contains(record.cited);
}

}  // namespace

Citations citations_of(const Shelves& shelves, std::string_view name) {
  const Target target = shelves.find(name);
  const std::optional<Symbol> symbol = parse_symbol(target.name);
  if (!symbol && target.entries.empty())
    throw Error(ErrorKind::usage, "'" + printable(name) + "' is no document symbol",
                "write it as A/RES/57/295");
  Citations out;
  Symbol wanted = symbol.value_or(Symbol{});
  for (const ArchiveEntry& entry : target.entries) {
    const Document document = shelves.read(entry);
    if (!document.symbol.parts.empty()) wanted = document.symbol;
    CitingText text = citing_text(
        entry.key, document, [](const Reference& reference) { return !is_internal(reference); });
    text.archive = shelves.archive_of(entry);
    add_records(text, out.cites);
  }
  out.held = !target.entries.empty();
  out.symbol = symbol ? wanted.text() : target.entries.front().name;
  if (!wanted.parts.empty())
    for (const CitingText& text : shelves.citing(wanted)) add_records(text, out.cited_by);
  note_holders(shelves, out.cites);
  for (CitationRecord& record : out.cited_by) record.cited_held = out.held;
  out.archives = shelves.archives();
  return out;
}

Citations citations_of(const std::filesystem::path& dir, std::string_view name) {
  const Archive archive = Archive::open(dir, Archive::Mode::read);
  const HeldNames names(archive);
  const ReadDocument read = [&](const ArchiveEntry& entry) { return archive.read(entry); };
  return citations_of(ArchiveShelves(archive, names, read), name);
}

}  // namespace undex
