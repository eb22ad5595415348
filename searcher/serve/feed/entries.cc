#include "searcher/serve/feed/entries.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "corpus/utc.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/texts.h"
#include "searcher/serve/url.h"
#include "undex/error.h"

namespace undex::serve {
namespace {

std::optional<std::size_t> revision_before(const HttpRequest& request) {
  const std::string text = request.parameter(kBefore).value_or("");
  if (text.empty()) return {};
  std::size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size())
    throw Error(ErrorKind::usage, "before: it is not the number of a revision",
                "follow the link 'next' of the page before");
  return value;
}

/// Of a link within the site, which begins with the prefix of the site.
std::string absolute(const Site& site, std::string_view link) {
  const std::string& base = site.options().base_url;
  return base.substr(0, base.size() - site.prefix().size()) + std::string(link);
}

}  // namespace

FeedPage feed_page(const HttpRequest& request, std::vector<ArchiveEntry> entries) {
  if (const auto before = revision_before(request))
    std::erase_if(entries, [&](const ArchiveEntry& one) { return one.revision >= *before; });
  const std::size_t shown = std::min(entries.size(), kEntriesOnAPage);
  std::ranges::partial_sort(entries, entries.begin() + static_cast<std::ptrdiff_t>(shown),
                            std::ranges::greater(), &ArchiveEntry::revision);
  FeedPage page;
  if (shown < entries.size()) page.next = std::to_string(entries[shown - 1].revision);
  entries.resize(shown);
  page.entries = std::move(entries);
  return page;
}

std::string entered_at(const View& view, const ArchiveEntry& entry) {
  const std::vector<ArchiveSource> sources = view.archive->sources(entry);
  if (!sources.empty() && sources.front().added.size() == 20 && sources.front().added.back() == 'Z')
    return sources.front().added;
  return utc_time(view.published);
}

Feed feed_at(const Call& call, std::string_view path, std::vector<Parameter> parameters,
             const std::string& next, std::string_view page) {
  const auto address = [&] { return absolute(call.site, link(call, path, parameters)); };
  Feed feed{.id = address(),
            .title = {},
            .language = texts_for(call.request).language(),
            .author = call.site.options().name,
            .updated = utc_time(call.view.published),
            .self = {},
            .page = absolute(call.site, page)};
  parameters.push_back({std::string(kBefore), call.request.parameter(kBefore).value_or("")});
  feed.self = address();
  parameters.back().value = next;
  if (!next.empty()) feed.next = address();
  return feed;
}

HttpResponse atom_answer(const Call& call, const Feed& feed) {
  HttpResponse response{.media_type = "application/atom+xml; charset=utf-8",
                        .body = write_atom(feed),
                        .last_modified = call.view.published};
  response.set("content-language", feed.language);
  response.set("vary", "accept-language");
  return response;
}

}  // namespace undex::serve
