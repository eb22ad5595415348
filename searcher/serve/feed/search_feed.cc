#include <map>
#include <utility>

#include "searcher/render/archive_answers.h"
#include "searcher/serve/feed/entries.h"
#include "searcher/serve/feed/feeds.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/url.h"

namespace undex::serve {
namespace {

/// Matches are put in the order of their entry here, so all are asked for, by keys alone; beyond
/// this many, those of the newest documents.
constexpr std::size_t kMostMatches = 50'000;

Result matches(const Call& call, const Asked& asked, const Texts& texts, std::size_t limit,
               std::string cursor = {}) {
  Request request = request_of(asked, {}, texts.language());
  request.unit = Unit::document;
  request.order = Order::newest;
  request.cursor = std::move(cursor);
  request.limit = limit;
  request.passages = 0;
  return call.search(request);
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

FeedEntry entry_of(const Call& call, const Texts& texts, const Hit& hit, std::string updated) {
  return {
      .id = call.site.permalink("/" + hit.key),
      .link = call.site.permalink(address_of(hit.name)) + "?lang=" + value_encoded(hit.language),
      .title = hit.title.empty() ? hit.name : hit.name + " " + hit.title,
      .language = hit.language,
      .updated = std::move(updated),
      .summary = summary_of(texts, hit)};
}

Feed feed_of(const Call& call, const Texts& texts, const Asked& asked, const std::string& next) {
  Feed feed = feed_at(call, "/feed", parameters_of(asked), next, address_of(call, asked));
  const std::string what = asked.query.empty() ? texts("all-documents") : asked.query;
  feed.title = what + " - " + call.site.options().name;
  return feed;
}

Feed feed_of_one(const Call& call, const Texts& texts, const Asked& asked) {
  std::map<std::string, Hit> hits;
  for (Hit& hit : matches(call, asked, texts, kMostMatches).hits) {
    std::string key = hit.key;
    hits.emplace(std::move(key), std::move(hit));
  }
  const FeedPage page = feed_page(call.request, entries_of(call, hits));
  Feed feed = feed_of(call, texts, asked, page.next);
  for (const ArchiveEntry& entry : page.entries)
    feed.entries.push_back(entry_of(call, texts, hits.at(entry.key), entered_at(call.view, entry)));
  return feed;
}

/// "2003-05" as a moment.
std::string moment_of(const std::string& date) {
  constexpr std::string_view kFirst = "1945-01-01T00:00:00Z";
  constexpr std::size_t kDay = 10;
  const std::string day = date.substr(0, kDay);
  return day + std::string(kFirst.substr(day.size()));
}

/// When a document entered an archive, others do not tell: the newest by date stand first.
Feed feed_of_several(const Call& call, const Texts& texts, const Asked& asked) {
  const Result result =
      matches(call, asked, texts, kEntriesOnAPage, call.request.parameter(kBefore).value_or(""));
  Feed feed = feed_of(call, texts, asked, result.next);
  for (const std::string& missing : missing_archives(result))
    feed.subtitle += (feed.subtitle.empty() ? "" : "; ") + missing;
  for (const Hit& hit : result.hits)
    feed.entries.push_back(entry_of(call, texts, hit, moment_of(hit.date)));
  return feed;
}

}  // namespace

HttpResponse search_feed(const Call& call) {
  const Texts texts = texts_for(call.request);
  const Asked asked = asked_by(call.request);
  return atom_answer(call, call.search.is_of_several() ? feed_of_several(call, texts, asked)
                                                       : feed_of_one(call, texts, asked));
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
