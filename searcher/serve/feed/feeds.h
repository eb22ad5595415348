#pragma once
// Feeds of what enters the archive, for those who follow a question or a document: who holds an
// address holds the alert, no account is needed.
#include <optional>
#include <string>
#include <string_view>

#include "corpus/locator.h"
#include "searcher/serve/page/asked.h"
#include "searcher/serve/page/html.h"
#include "searcher/serve/page/texts.h"
#include "searcher/serve/routes.h"

namespace undex::serve {

/// /feed?q=...&f=organ:ECOSOC: documents that match. A call is the filter f=call:ODA/2023-00042.
HttpResponse search_feed(const Call& call);

/// /A/58/568/feed, /A/58/568/para/16/feed: documents that cite it, held or not.
HttpResponse citations_feed(const Call& call, std::string_view name,
                            const std::optional<Locator>& place);

/// "/feed?q=...", the address of the feed of a search within the site.
std::string feed_address(const Call& call, const Asked& asked);
/// "/A/58/568/feed", of the citations of a document or a place in it.
std::string feed_address(const Call& call, std::string_view name,
                         const std::optional<Locator>& place);

/// <link> of a page to a feed.
Html feed_link(const Texts& texts, std::string_view address);
/// The same where a reader sees it.
Html feed_line(const Call& call, const Texts& texts, std::string_view address);

}  // namespace undex::serve
