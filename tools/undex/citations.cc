// undex citations: what a document cites and who cites it, held or not.
#include "tools/undex/citations.h"

#include <set>

#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"
#include "undex/search.h"

namespace undex::tool {
namespace {

/// The documents that cite the symbol, each once though it may be held in several languages.
void add_all_citing(CitationPage& page, const Archive& archive, const Symbol& symbol) {
  std::set<std::string> said;
  for (const ArchiveEntry& entry : citing_entries(archive, symbol))
    if (said.insert(entry.name).second) add_citing(page, read_understood(archive, entry), symbol);
}

}  // namespace

CitationPage citation_page(const Archive& archive, const Target& target,
                           const std::vector<Locator>& only, const std::string& language) {
  CitationPage page;
  page.only = only;
  Symbol symbol;
  if (target.entries.empty()) {
    symbol = parse_symbol(target.name).value_or(Symbol{});
    page.name = symbol.parts.empty() ? target.name : symbol.text();
  } else {
    Document document = read_understood(archive, chosen_version(target.entries, language));
    add_notices_of_held(archive, document);
    symbol = document.symbol;
    page.name = document.name();
    page.held = true;
    add_cited(page, document);
    for (CitationPartner& partner : page.cites) partner.held = !archive.find(partner.name).empty();
  }
  if (!symbol.parts.empty()) add_all_citing(page, archive, symbol);
  return page;
}

int run_citations(const Arguments& arguments) {
  const std::string typed = joined_words(arguments);
  if (typed.empty())
    throw Error(ErrorKind::usage, "citations of what? no symbol given",
                "undex citations E/2003/75");
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const Target target = find_target(archive, typed);
  const std::vector<Locator> places = places_of(arguments, target);
  const CitationPage page = citation_page(archive, target, places, arguments.value("language"));
  if (!page.held && page.cited_by.empty())
    return not_held(archive, page.name, "no document in this archive cites it");
  print(render_citations(page, arguments.value("format"), render_options(arguments),
                         arguments.has("all")));
  return page.empty() ? 1 : 0;
}

}  // namespace undex::tool
