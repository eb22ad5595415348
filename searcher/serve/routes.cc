#include "searcher/serve/routes.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "corpus/hash.h"
#include "corpus/strings.h"
#include "searcher/render/json_text.h"
#include "searcher/serve/api/api.h"
#include "searcher/serve/discovery/discovery.h"
#include "searcher/serve/feed/feeds.h"
#include "searcher/serve/health.h"
#include "searcher/serve/node/node.h"
#include "searcher/serve/oai/oai.h"
#include "searcher/serve/page/about_page.h"
#include "searcher/serve/page/calls_page.h"
#include "searcher/serve/page/compare_page.h"
#include "searcher/serve/page/document_page.h"
#include "searcher/serve/page/help_page.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/mandate_page.h"
#include "searcher/serve/page/search_page.h"
#include "searcher/serve/page/series_page.h"
#include "searcher/serve/page/trace_page.h"
#include "searcher/serve/problem.h"
#include "searcher/serve/sru/sru.h"
#include "undex/error.h"

namespace undex::serve {
namespace {

constexpr std::array kRoutes = {
    Route{"GET", "/health", Audience::program, health, "whether it answers, and from which index"},
    Route{"GET", "/api", Audience::program, api_index, "the questions of programs, one by one"},
    Route{"GET", "/api/v1/openapi.yaml", Audience::program, api_description, "the same as OpenAPI"},
    Route{"GET POST", "/api/v1/node/", Audience::program, node, "one of several archives"},
    Route{"GET POST", "/api/v1/", Audience::program, api, "questions of programs"},
    Route{"GET", "/static/", Audience::reader, static_file, "style and script"},
    Route{"GET", "/search", Audience::reader, search_page, "a search, its filters and its years"},
    Route{"GET", "/feed", Audience::program, search_feed, "a search as an Atom feed"},
    Route{"GET", "/opensearch.xml", Audience::program, opensearch, "how others search here"},
    Route{"GET", "/robots.txt", Audience::program, robots, "what search engines should read"},
    Route{"GET", "/sitemap.xml", Audience::program, sitemap, "the addresses of all documents",
          Scope::own},
    Route{"GET", "/about", Audience::reader, about_page, "what is held, due and missing"},
    Route{"GET", "/help", Audience::reader, help_page, "the query language"},
    Route{"GET", "/mandate", Audience::reader, mandate_form_page, "whose mandate to show",
          Scope::own},
    Route{"GET", "/mandate/", Audience::reader, mandate_page, "which resolution asked for what",
          Scope::own},
    Route{"GET", "/series", Audience::reader, series_list_page, "series against the archive",
          Scope::own},
    Route{"GET", "/series/", Audience::reader, one_series_page, "one series", Scope::own},
    Route{"GET POST", "/sru", Audience::program, sru_answer, "SRU 1.1, 1.2 and 2.0"},
    Route{"GET", "/calls", Audience::reader, calls_page, "calls for submissions", Scope::own},
    Route{"GET", "/calls/", Audience::reader, one_call_page, "one call, and who has answered",
          Scope::own},
    Route{"GET", "/compare", Audience::reader, compare_page, "two documents side by side",
          Scope::own},
    Route{"GET", "/trace", Audience::reader, trace_form_page, "what to trace", Scope::own},
    Route{"GET", "/trace/", Audience::reader, trace_page, "a name or a question over the years",
          Scope::own},
    Route{"GET POST", "/oai", Audience::program, oai_answer, "OAI-PMH 2.0, for harvesters",
          Scope::own},
    Route{"GET", "/", Audience::reader, document_page,
          "the first page; documents by their symbols"},
};

bool fits(const Route& route, std::string_view path) {
  return route.path.back() == '/' ? path.starts_with(route.path) : path == route.path;
}

bool allows(const Route& route, std::string_view method) {
  const std::vector<std::string_view> methods = split(route.methods, ' ');
  return std::ranges::find(methods, method == "HEAD" ? "GET" : method) != methods.end();
}

constexpr int kUnavailable = 503;

std::string_view heading_of(int status) {
  return status == kUnavailable ? "unavailable" : status == 400 ? "bad-request" : "error";
}

/// In words that a reader or a program understands; of a bug not a word, and where the archive lies
/// is the operator's to know.
HttpResponse told(const Call& call, Audience audience, const Error& error) {
  const int status = status_of(error.kind);
  if (status == kUnavailable) call.site.tell(error);
  if (audience == Audience::program) return problem(call.site, error);
  if (status != kUnavailable)
    return error_page(call, status, heading_of(status), error.what(), error.hint);
  const Texts texts = texts_for(call.request);
  HttpResponse response =
      error_page(call, status, heading_of(status), texts("unavailable-detail"), {});
  response.set("retry-after", "10");
  return response;
}

/// Asked for what an archive of its own would answer from.
HttpResponse holds_nothing(const Call& call, const Route& route) {
  if (route.audience == Audience::program)
    return problem(call.site, Trouble::not_offered,
                   "this service searches archives of other machines and holds none itself",
                   "ask one of them");
  return error_page(call, 501, "no-archive", texts_for(call.request)("no-archive-detail"), {});
}

HttpResponse refused_method(const Call& call, const Route& route) {
  return route.audience == Audience::program
             ? problem(call.site, Trouble::method, route.methods)
             : error_page(call, 405, "method-not-allowed", route.methods, {});
}

HttpResponse other_method(const Call& call, const Route& route) {
  HttpResponse response =
      call.request.method == "OPTIONS" ? HttpResponse{.status = 204} : refused_method(call, route);
  std::string allowed = "OPTIONS";
  for (const std::string_view method : split(route.methods, ' '))
    allowed += ", " + std::string(method) + (method == "GET" ? ", HEAD" : "");
  response.set("allow", allowed);
  if (response.status != 204) return response;
  response.set("access-control-allow-methods", allowed);
  response.set("access-control-allow-headers", "content-type");
  return response;
}

/// What several archives answered is named by the states of all, and not kept where one is missing.
HttpResponse of_several(const Search& search, HttpResponse response) {
  if (!search.state().empty()) {
    response.last_modified = 0;
    response.etag =
        sha256_hex(search.state() + (response.etag.empty() ? response.body : response.etag))
            .substr(0, 32);
  }
  if (search.missing().empty()) return response;
  response.set("cache-control", "no-store");
  std::string names;
  for (const auto& [name, why_not] : search.missing()) names += (names.empty() ? "" : ", ") + name;
  response.set(kMissingArchives, names);
  return response;
}

}  // namespace

std::span<const Route> routes() { return kRoutes; }

std::size_t route_index(std::string_view path) {
  const auto found =
      std::ranges::find_if(kRoutes, [&](const Route& route) { return fits(route, path); });
  return static_cast<std::size_t>(found - kRoutes.begin());
}

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return 400;
    case ErrorKind::version:
      return 406;
    case ErrorKind::check:
      return 422;
    case ErrorKind::archive:
      break;
  }
  return kUnavailable;
}

HttpResponse problem(int status, std::string_view title, std::string_view detail) {
  const nlohmann::ordered_json body = {
      {"type", "about:blank"}, {"title", title}, {"status", status}, {"detail", detail}};
  return {.status = status,
          .media_type = "application/problem+json",
          .body = rendering::json_text(body)};
}

HttpResponse answer(Site& site, const HttpRequest& request) {
  const std::size_t index = route_index(request.path);
  if (index == kRoutes.size()) return problem(400, "no path", "an address begins with '/'");
  const Route& route = kRoutes[index];
  std::optional<Lease> lease;
  try {
    lease.emplace(site.lease());
  } catch (const Error& error) {
    return problem(site, error);
  }
  Search search((*lease)->searcher, site.federation());
  const Call call{request,
                  site,
                  **lease,
                  search,
                  request.path.substr(std::min(route.path.size(), request.path.size())),
                  route.scope};
  if (!allows(route, request.method)) return other_method(call, route);
  if (route.scope == Scope::own && site.options().holds_nothing) return holds_nothing(call, route);
  try {
    return of_several(search, route.answer(call));
  } catch (const Error& error) {
    return told(call, route.audience, error);
  }
}

}  // namespace undex::serve
