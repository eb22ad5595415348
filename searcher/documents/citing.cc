#include "searcher/documents/citing.h"

#include <set>
#include <utility>

#include "undex/symbol.h"

namespace undex {
namespace {

void note_holders(const Shelves& shelves, std::vector<CitationPartner>& cited) {
  std::vector<std::string> names;
  for (const CitationPartner& partner : cited) names.push_back(partner.name);
  const std::map<std::string, std::string> holders = shelves.holders_of(names);
  for (CitationPartner& partner : cited) {
    const auto holder = holders.find(partner.name);
    partner.held = holder != holders.end();
    if (partner.held) partner.archive = holder->second;
  }
}

}  // namespace

CitationPage citation_page(const Shelves& shelves, const Target& target, const Document* document,
                           const std::vector<Locator>& only) {
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
    note_holders(shelves, page.cites);
  }
  if (!symbol.parts.empty()) {
    std::set<std::string> said;  // each document once, though it may be held in several languages
    for (CitingText& text : shelves.citing(symbol)) {
      if (!said.insert(text.partner.name).second) continue;
      text.partner.archive = text.archive;
      add_citing(page, std::move(text.partner));
    }
  }
  page.archives = shelves.archives();
  return page;
}

CitationPage citation_page(const Archive& archive, const Target& target, const Document* document,
                           const std::vector<Locator>& only, const ReadDocument& read) {
  const HeldNames names(archive);
  return citation_page(ArchiveShelves(archive, names, read), target, document, only);
}

}  // namespace undex
