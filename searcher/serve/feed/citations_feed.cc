#include <set>
#include <utility>

#include "searcher/documents/citing.h"
#include "searcher/serve/feed/entries.h"
#include "searcher/serve/feed/feeds.h"
#include "searcher/serve/page/document_address.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/url.h"

namespace undex::serve {
namespace {

/// Each document once, though it may be held in several languages.
std::vector<ArchiveEntry> citing_documents(const Call& call, const Symbol& symbol) {
  std::vector<ArchiveEntry> entries;
  std::set<std::string> said;
  for (ArchiveEntry& entry : citing_entries(*call.view.archive, symbol))
    if (said.insert(entry.name).second) entries.push_back(std::move(entry));
  return entries;
}

/// Where it cites, as it prints it: "para. 4: A/58/568, para. 16".
std::string summary_of(const CitationPartner& partner) {
  std::string summary;
  for (const CitingPlace& place : partner.places)
    summary += (summary.empty() ? "" : "\n") + place.at.citation() + ": " + place.as_printed;
  return summary;
}

FeedEntry entry_of(const Call& call, const ArchiveEntry& entry, const CitationPartner& partner,
                   std::string_view cited) {
  return {.id = call.site.permalink("/" + entry.key) + "?cites=" + value_encoded(cited),
          .link = call.site.permalink(address_of(partner.name, partner.places.front().at.text())),
          .title = partner.title.empty() ? partner.name : partner.name + " " + partner.title,
          .language = entry.language,
          .updated = entered_at(call.view, entry),
          .summary = summary_of(partner)};
}

}  // namespace

HttpResponse citations_feed(const Call& call, std::string_view name,
                            const std::optional<Locator>& place) {
  const Texts texts = texts_for(call.request);
  const Symbol symbol = parse_symbol(name).value_or(Symbol{});
  FeedPage page;
  if (!symbol.parts.empty()) page = feed_page(call.request, citing_documents(call, symbol));
  Feed feed = feed_at(call, canonical_path(name, place, Tab::feed), {}, page.next,
                      link(call, canonical_path(name, place, Tab::citations)));
  const std::string cited = std::string(name) + (place ? ", " + place->citation() : "");
  feed.title = texts("feed-citations", {cited}) + " - " + call.site.options().name;
  for (const ArchiveEntry& entry : page.entries) {
    CitationPage citations;
    if (place) citations.only.push_back(*place);
    add_citing(citations, call.view.archive->read(entry), symbol);
    for (const CitationPartner& partner : citations.cited_by)
      feed.entries.push_back(entry_of(call, entry, partner, cited));
  }
  return atom_answer(call, feed);
}

std::string feed_address(const Call& call, std::string_view name,
                         const std::optional<Locator>& place) {
  return link(call, canonical_path(name, place, Tab::feed));
}

}  // namespace undex::serve
