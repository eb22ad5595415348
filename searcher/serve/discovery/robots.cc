#include <string_view>

#include "searcher/serve/discovery/discovery.h"

namespace undex::serve {
namespace {

/// What is made anew for each question, without an end of questions. "*" and "$" are those of
/// RFC 9309.
constexpr std::string_view kNotForRobots[] = {
    "/search",  "/feed",     "/api/",    "/sru",     "/oai",          "/trace",
    "/compare", "/*/reuse$", "/*/cite$", "/*/feed$", "/*/citations$", "/*?*embed=1",
};

}  // namespace

HttpResponse robots(const Call& call) {
  std::string text = "User-agent: *\n";
  for (const std::string_view path : kNotForRobots)
    text += "Disallow: " + call.site.prefix() + std::string(path) + "\n";
  text += "\nSitemap: " + call.site.permalink("/sitemap.xml") + "\n";
  return {.media_type = "text/plain; charset=utf-8", .body = std::move(text)};
}

}  // namespace undex::serve
