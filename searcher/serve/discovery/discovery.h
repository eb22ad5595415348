#pragma once
// How programs that never heard of us find their way: a browser's search box, search engines.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/serve/routes.h"

namespace undex::serve {

/// /opensearch.xml: OpenSearch 1.1, with the page of a search and its feed.
HttpResponse opensearch(const Call& call);

/// /robots.txt (RFC 9309): documents may be read, what is made anew for each question may not.
HttpResponse robots(const Call& call);

/// /sitemap.xml: the documents held, by sitemaps.org. Where they are more than one file may hold,
/// the index of /sitemap.xml?part=1 and on.
HttpResponse sitemap(const Call& call);

/// A page of the site in a sitemap.
struct SitePage {
  std::string address;
  std::string changed;  ///< RFC 3339
};

/// The file at `address`; nothing when there is no such part. `part` 0: the file without one, which
/// is an index where there are more pages than `most`.
std::optional<std::string> sitemap_text(const std::vector<SitePage>& pages,
                                        std::string_view address, std::size_t part,
                                        std::size_t most);

}  // namespace undex::serve
