// undex discover: names that the documents use and the authority files lack.
#include "indexer/understand/discover.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "corpus/archive.h"
#include "corpus/text.h"
#include "indexer/understand/understand.h"
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
  return out + "\n";
}

nlohmann::ordered_json json_of(const Place& place) {
  return {{"document", place.document}, {"locator", place.locator.text()}, {"date", place.date}};
}

std::string json_line(const Proposal& proposal) {
  const nlohmann::ordered_json row = {{"name", proposal.name},
                                      {"variants", proposal.variants},
                                      {"table", proposal.table},
                                      {"kind", proposal.kind},
                                      {"id", proposal.id},
                                      {"basis", name_of(proposal.basis)},
                                      {"paragraphs", proposal.paragraphs},
                                      {"documents", proposal.documents},
                                      {"first", json_of(proposal.first)},
                                      {"last", json_of(proposal.last)},
                                      {"row", table_row(proposal)}};
  return printable_json(row.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)) + "\n";
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

}  // namespace

int run_discover(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  Discovery discovery(authority_names());
  for (const ArchiveEntry& entry : archive.list()) {
    Document document = archive.read(entry);
    understand(document);
    discovery.add(document);
  }
  std::vector<Proposal> proposals = discovery.proposals(arguments.number("min"));
  const std::size_t limit = arguments.number("limit");
  if (limit > 0 && proposals.size() > limit) proposals.resize(limit);
  const std::string form = arguments.value("as");
  if (form == "tsv") {
    print(tables_of(proposals));
  } else {
    for (const Proposal& proposal : proposals)
      print(form == "jsonl" ? json_line(proposal) : text_of(proposal));
  }
  if (proposals.empty()) note("undex: no name is proposed; the authority files know them all");
  return proposals.empty() ? 1 : 0;
}

}  // namespace undex::tool
