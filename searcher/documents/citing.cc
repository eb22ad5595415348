#include "searcher/documents/citing.h"

#include <set>

#include "undex/symbol.h"

namespace undex {

CitationPage citation_page(const Archive& archive, const Target& target, const Document* document,
                           const std::vector<Locator>& only, const ReadDocument& read) {
  CitationPage page;
  page.only = only;
  Symbol symbol;
  if (document == nullptr) {
    symbol = parse_symbol(target.name).value_or(Symbol{});
    page.name = symbol.parts.empty() ? target.name : symbol.text();
  } else {
    symbol = document->symbol;
    page.name = document->name();
    page.held = true;
    add_cited(page, *document);
    for (CitationPartner& partner : page.cites) partner.held = !archive.find(partner.name).empty();
  }
  if (symbol.parts.empty()) return page;
  std::set<std::string> said;  // each document once, though it may be held in several languages
  for (const ArchiveEntry& entry : citing_entries(archive, symbol))
    if (said.insert(entry.name).second) add_citing(page, read(entry), symbol);
  return page;
}

}  // namespace undex
