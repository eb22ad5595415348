#include "tools/undex/watch_feed.h"

#include "corpus/archive/files.h"
#include "searcher/serve/routes.h"
#include "searcher/serve/url.h"
#include "undex/error.h"

namespace undex::tool {

void write_feed(const SavedSearch& watch) {
  serve::HttpRequest request{.method = "GET", .path = "/feed"};
  request.parameters.push_back({"q", watch.query});
  for (const Filter& filter : watch.filters)
    for (const std::string& value : filter.values)
      request.parameters.push_back({"f", filter.field + ":" + value});
  request.target = serve::link_to(request.path, request.parameters);
  serve::Site site({.archive = watch.archive, .base_url = watch.base});
  const serve::HttpResponse feed = serve::answer(site, request);
  if (feed.status != 200)
    throw Error(ErrorKind::usage, "its feed cannot be made: " + feed.body,
                "the search was saved when another version of undex could read it");
  files::write_durably(watch.feed, feed.body);
}

}  // namespace undex::tool
