#pragma once
// The table of addresses: which function answers which.
#include <span>
#include <string>
#include <string_view>

#include "searcher/serve/http.h"
#include "searcher/serve/search.h"
#include "searcher/serve/site.h"

namespace undex::serve {

/// From what it answers: all archives that are searched as one, or that which is served alone.
enum class Scope { all, own };

/// What a handler is given.
struct Call {
  const HttpRequest& request;
  Site& site;
  const View& view;
  Search& search;
  std::string rest;  ///< of the path, behind that of the route: "A/58/568/para/16"
  Scope scope = Scope::all;
};

/// How an error is told to who asked.
enum class Audience { reader, program };

struct Route {
  std::string_view methods;  ///< "GET POST"; GET is HEAD too
  std::string_view path;     ///< "/search"; with a stroke at its end all that begins so
  Audience audience = Audience::reader;
  HttpResponse (*answer)(const Call& call);
  std::string_view summary;  ///< one line, for operators
  Scope scope = Scope::all;
};

/// The first that fits answers; the last fits everything.
std::span<const Route> routes();
/// The place in it of the route that answers this path; the number of routes if none does.
std::size_t route_index(std::string_view path);

/// Answers a request: the route, its errors told to who asked. Thread-safe.
HttpResponse answer(Site& site, const HttpRequest& request);

/// Status of an error: 400 of usage, 406 of a format not offered, 503 of an archive that cannot be
/// read now.
int status_of(ErrorKind kind);
/// RFC 9457.
HttpResponse problem(int status, std::string_view title, std::string_view detail);

}  // namespace undex::serve
