#include <map>
#include <utility>

#include "searcher/serve/feed/entries.h"
#include "searcher/serve/feed/feeds.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/url.h"

namespace undex::serve {
namespace {

/// Matches are put in the order of their entry here, so all are asked for, by keys alone; beyond
/// this many, those of the newest documents.
constexpr std::size_t kMostMatches = 50'000;

Result matches(const Call& call, const Asked& asked, const Texts& texts) {
  Request request = request_of(asked, {}, texts.language());
  request.unit = Unit::document;
  request.order = Order::newest;
  request.cursor.clear();
  request.limit = kMostMatches;
  request.passages = 0;
  return call.view.searcher.search(request);
}

std::string summary_of(const Texts& texts, const Hit& hit) {
  std::string summary;
  for (const std::string& part : {hit.type, hit.organ, texts.date(hit.date)})
    if (!part.empty()) summary += (summary.empty() ? "" : " · ") + part;
  if (hit.paragraphs > 0) summary += "\n" + texts("feed-matches", {texts.number(hit.paragraphs)});
  return summary;
}

std::vector<ArchiveEntry> entries_of(const Call& call, const std::map<std::string, Hit>& hits) {
  std::vector<ArchiveEntry> entries;
  for (const auto& [key, hit] : hits)
    for (ArchiveEntry& entry : call.view.archive->find(key))
      if (entry.key == key) entries.push_back(std::move(entry));
  return entries;
}

}  // namespace

HttpResponse search_feed(const Call& call) {
  const Texts texts = texts_for(call.request);
  const Asked asked = asked_by(call.request);
  std::map<std::string, Hit> hits;
  for (Hit& hit : matches(call, asked, texts).hits) {
    std::string key = hit.key;
    hits.emplace(std::move(key), std::move(hit));
  }
  const FeedPage page = feed_page(call.request, entries_of(call, hits));
  Feed feed = feed_at(call, "/feed", parameters_of(asked), page.next, address_of(call, asked));
  const std::string what = asked.query.empty() ? texts("all-documents") : asked.query;
  feed.title = what + " - " + call.site.options().name;
  for (const ArchiveEntry& entry : page.entries) {
    const Hit& hit = hits.at(entry.key);
    feed.entries.push_back({.id = call.site.permalink("/" + entry.key),
                            .link = call.site.permalink(address_of(hit.name)) +
                                    "?lang=" + value_encoded(entry.language),
                            .title = hit.title.empty() ? hit.name : hit.name + " " + hit.title,
                            .language = entry.language,
                            .updated = entered_at(call.view, entry),
                            .summary = summary_of(texts, hit)});
  }
  return atom_answer(call, feed);
}

std::string feed_address(const Call& call, const Asked& asked) {
  return link(call, "/feed", parameters_of(asked));
}

Html feed_link(const Texts& texts, std::string_view address) {
  Html html;
  html.empty("link", {{"rel", "alternate"},
                      {"type", "application/atom+xml"},
                      {"title", texts("feed")},
                      {"href", address}});
  return html;
}

Html feed_line(const Call& call, const Texts& texts, std::string_view address) {
  Html html;
  html.open("p", {{"class", "feed"}})
      .element("a",
               {{"href", address}, {"type", "application/atom+xml"}, {"target", target_of(call)}},
               texts("feed"))
      .close("p");
  return html;
}

}  // namespace undex::serve
