// undex discover: names that the documents use and the authority files lack, and how names changed.
#include "indexer/understand/proposals/discover.h"

#include <functional>
#include <nlohmann/json.hpp>

#include "corpus/archive.h"
#include "corpus/text.h"
#include "indexer/understand/proposals/renamings.h"
#include "schemas/version.h"
#include "searcher/render/json_text.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"

namespace undex::tool {
namespace {

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "; ") + text;
  return out;
}

std::string dated(const Place& place) {
  return evidence_of(place) + (place.date.empty() ? "" : " (" + place.date + ")");
}

std::string text_of(const Proposal& proposal) {
  std::string out = printable(proposal.name);
  if (!proposal.variants.empty()) out += "  [" + printable(joined(proposal.variants)) + "]";
  out += "\n    " + proposal.kind + ", " + std::string(name_of(proposal.basis)) + "; " +
         counted(proposal.paragraphs, "paragraph") + " in " +
         counted(proposal.documents, "document") + "; " + printable(dated(proposal.first));
  if (proposal.last != proposal.first) out += " to " + printable(dated(proposal.last));
  if (!proposal.perhaps.empty()) out += "; perhaps short for " + printable(proposal.perhaps);
  return out + "\n";
}

nlohmann::ordered_json json_of(const Place& place) {
  return {{"document", place.document}, {"locator", place.locator.text()}, {"date", place.date}};
}

std::string json_line(const Proposal& proposal) {
  const nlohmann::ordered_json row = {{"format_version", kOutputVersion},
                                      {"name", proposal.name},
                                      {"variants", proposal.variants},
                                      {"table", proposal.table},
                                      {"kind", proposal.kind},
                                      {"id", proposal.id},
                                      {"basis", name_of(proposal.basis)},
                                      {"perhaps", proposal.perhaps},
                                      {"paragraphs", proposal.paragraphs},
                                      {"documents", proposal.documents},
                                      {"first", json_of(proposal.first)},
                                      {"last", json_of(proposal.last)},
                                      {"row", table_row(proposal)}};
  return rendering::json_line(row);
}

/// Rows by table; the remark before them says into which.
std::string tables_of(const std::vector<Proposal>& proposals) {
  std::string out;
  for (const std::string table : {"bodies", "initiatives"}) {
    std::string rows;
    for (const Proposal& proposal : proposals)
      if (proposal.table == table) rows += printable(table_row(proposal), true) + "\n";
    if (!rows.empty()) out += "# for corpus/data/" + table + ".tsv\n" + rows;
  }
  return out;
}

std::string text_of(const PlacedRenaming& placed) {
  const Renaming& one = placed.renaming;
  return printable(one.from) + "\n    " + std::string(name_of(one.kind)) + " " + printable(one.to) +
         (one.when.empty() ? "" : " (" + one.when + ")") + "; " +
         printable(evidence_of({placed.document, placed.locator, ""})) + "\n";
}

std::string json_line(const PlacedRenaming& placed) {
  const Renaming& one = placed.renaming;
  const nlohmann::ordered_json row = {
      {"format_version", kOutputVersion}, {"from", one.from},        {"to", one.to},
      {"kind", name_of(one.kind)},        {"when", one.when},        {"document", placed.document},
      {"locator", placed.locator.text()}, {"row", table_row(placed)}};
  return rendering::json_line(row);
}

void read_documents(const Archive& archive, const std::function<void(const Document&)>& read) {
  for (const ArchiveEntry& entry : archive.list()) read(read_understood(archive, entry));
}

int discover_changes(const Archive& archive, const std::string& form, std::size_t limit) {
  std::size_t count = 0;
  if (form == "tsv") print("# for corpus/data/name_changes.tsv\n");
  read_documents(archive, [&](const Document& document) {
    for (const PlacedRenaming& placed : find_renamings(document)) {
      if (is_known(placed.renaming) || (limit > 0 && count == limit)) continue;
      ++count;
      print(form == "tsv"     ? printable(table_row(placed), true) + "\n"
            : form == "jsonl" ? json_line(placed)
                              : text_of(placed));
    }
  });
  if (count == 0) note("undex: no change of a name is proposed");
  return count == 0 ? 1 : 0;
}

int discover_names(const Archive& archive, const std::string& form, std::size_t limit,
                   std::size_t min_paragraphs) {
  Discovery discovery(authority_names());
  read_documents(archive, [&](const Document& document) { discovery.add(document); });
  std::vector<Proposal> proposals = discovery.proposals(min_paragraphs);
  if (limit > 0 && proposals.size() > limit) proposals.resize(limit);
  if (form == "tsv") {
    print(tables_of(proposals));
  } else {
    for (const Proposal& proposal : proposals)
      print(form == "jsonl" ? json_line(proposal) : text_of(proposal));
  }
  if (proposals.empty()) note("undex: no name is proposed");
  return proposals.empty() ? 1 : 0;
}

}  // namespace

int run_discover(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const std::string form = arguments.value("as");
  const std::size_t limit = arguments.number("limit");
  if (arguments.value("what") == "changes") return discover_changes(archive, form, limit);
  return discover_names(archive, form, limit, arguments.number("min"));
}

}  // namespace undex::tool
