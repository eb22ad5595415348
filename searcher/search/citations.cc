#include "undex/citations.h"

#include <algorithm>
#include <set>
#include <utility>

#include "corpus/archive.h"
#include "corpus/text.h"
#include "schemas/field_readers.h"
#include "schemas/fields.h"
#include "searcher/search/holders.h"
#include "searcher/search/index.h"

namespace undex {
namespace {

using query::PlanContext;

CitationRecord record_of(const Document& document, const std::string& key,
                         const Reference& reference) {
  const Locator locator = locator_of(document, reference.span);
  CitationRecord record{.key = key,
                        .name = document.name(),
                        .title = document.masthead.normal(MastheadItem::title),
                        .date = document.masthead.normal(MastheadItem::date),
                        .language = document.language(),
                        .abridged = document.masthead.normal(MastheadItem::abridged) == "true",
                        .locator = locator.text(),
                        .pinpoint = locator.citation(),
                        .cited = reference.cited.text(),
                        .cited_pinpoints = {},
                        .kind = std::string(name_of(reference.kind)),
                        .relation = std::string(name_of(reference.relation)),
                        .dated = reference.dated,
                        .target = reference.target,
                        .words = words_of(document, reference.span)};
  for (const Locator& pinpoint : reference.pinpoints)
    record.cited_pinpoints.push_back(pinpoint.citation());
  return record;
}

bool is_internal(const Reference& reference) {
  return reference.kind == ReferenceKind::internal ||
         reference.kind == ReferenceKind::internal_vague;
}

/// The title stands among the blocks of the masthead too.
bool is_said(const CitationRecord& record, const std::vector<CitationRecord>& said) {
  return record.locator == "masthead" &&
         std::any_of(said.begin(), said.end(), [&](const CitationRecord& other) {
           return other.key == record.key && other.locator == record.locator &&
                  other.cited == record.cited;
         });
}

/// Records of one document whose reference `take` wants, in the order of the text.
template <typename Take>
void add_records(const Document& document, const std::string& key, const PlanContext& db,
                 const Take& take, std::vector<CitationRecord>& out) {
  for (const Reference& reference : document.marks.references) {
    if (is_internal(reference) || !take(reference)) continue;
    CitationRecord record = record_of(document, key, reference);
    if (is_said(record, out)) continue;
    record.cited_held = query::is_held(reference.cited, db);
    out.push_back(std::move(record));
  }
}

}  // namespace

std::set<std::string> citing_keys(const std::filesystem::path& dir, const Symbol& cited) {
  const search::Index index = search::open_index(dir);
  return search::keys_with(kCitesField, cited.parts, index.databases);
}

Citations citations_of(const std::filesystem::path& dir, std::string_view name) {
  const search::Index index = search::open_index(dir);
  const PlanContext& db = index.databases;
  const Archive archive = Archive::open(dir, Archive::Mode::read);
  const std::vector<ArchiveEntry> held = archive.find(name);
  const std::optional<Symbol> symbol = parse_symbol(name);
  if (!symbol && held.empty())
    throw Error(ErrorKind::usage, "'" + printable(name) + "' is no document symbol",
                "write it as A/RES/57/295");
  Citations out;
  Symbol wanted = symbol.value_or(Symbol{});
  for (const ArchiveEntry& entry : held) {
    const Document document = archive.read(entry);
    if (!document.symbol.parts.empty()) wanted = document.symbol;
    add_records(
        document, entry.key, db, [](const Reference&) { return true; }, out.cites);
  }
  out.held = !held.empty();
  out.symbol = symbol ? wanted.text() : held.front().name;
  const auto keys = search::keys_with(kCitesField, wanted.parts, db);
  for (const ArchiveEntry& entry : archive.list())
    if (keys.contains(entry.key))
      add_records(
          archive.read(entry), entry.key, db,
          [&](const Reference& reference) { return cites_symbol(reference, wanted); },
          out.cited_by);
  return out;
}

}  // namespace undex
