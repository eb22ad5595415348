#include "searcher/serve/problem.h"

#include <array>
#include <nlohmann/json.hpp>

#include "searcher/render/json_text.h"

namespace undex::serve {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kKinds = {
    ProblemKind{"bad-request", 400, "The request cannot be understood",
                "a parameter is missing, unknown, of another type or out of bounds"},
    ProblemKind{"bad-query", 400, "The query cannot be understood",
                "the query has a fault at \"offset\""},
    ProblemKind{"not-held", 404, "Not held", "the archive holds nothing of that name"},
    ProblemKind{"no-address", 404, "No such address", "the service has no such address"},
    ProblemKind{"method", 405, "Method not allowed", "\"Allow\" says which methods are"},
    ProblemKind{"version", 406, "Not offered", "the form asked for is not offered"},
    ProblemKind{"media-type", 415, "Unsupported media type",
                "the body is of a type that is not read here"},
    ProblemKind{"draft", 422, "The draft cannot be read", "what was sent is no document"},
    ProblemKind{"not-offered", 501, "Not offered here", "this service is not set up to do it"},
    ProblemKind{"unavailable", 503, "Unavailable",
                "the archive, or what reads drafts, does not answer now: try again"},
};
static_assert(kKinds.size() == static_cast<std::size_t>(Trouble::unavailable) + 1);

Trouble trouble_of(const Error& error) {
  if (dynamic_cast<const QueryError*>(&error) != nullptr) return Trouble::query;
  switch (error.kind) {
    case ErrorKind::usage:
      return Trouble::request;
    case ErrorKind::version:
      return Trouble::version;
    case ErrorKind::check:
      return Trouble::draft;
    case ErrorKind::archive:
      break;
  }
  return Trouble::unavailable;
}

const ProblemKind& kind_of(Trouble trouble) { return kKinds[static_cast<std::size_t>(trouble)]; }

Json body_of(const Site& site, Trouble trouble, std::string_view detail, std::string_view hint) {
  const ProblemKind& kind = kind_of(trouble);
  Json body = {{"type", problem_type(site, trouble)},
               {"title", kind.title},
               {"status", kind.status},
               {"detail", detail}};
  if (!hint.empty()) body["hint"] = hint;
  return body;
}

HttpResponse told(Trouble trouble, const Json& body) {
  HttpResponse response{.status = kind_of(trouble).status,
                        .media_type = "application/problem+json",
                        .body = rendering::json_text(body)};
  if (trouble == Trouble::unavailable) response.set("retry-after", "10");
  return response;
}

}  // namespace

std::span<const ProblemKind> problem_kinds() { return kKinds; }

std::string problem_type(const Site& site, Trouble trouble) {
  return site.permalink("/api") + "#" + std::string(kind_of(trouble).id);
}

HttpResponse problem(const Site& site, Trouble trouble, std::string_view detail,
                     std::string_view hint) {
  return told(trouble, body_of(site, trouble, detail, hint));
}

HttpResponse problem(const Site& site, const Error& error) {
  const Trouble trouble = trouble_of(error);
  // Where the archive lies is the operator's to know.
  Json body = trouble == Trouble::unavailable ? body_of(site, trouble, kind_of(trouble).meaning, {})
                                              : body_of(site, trouble, error.what(), error.hint);
  if (const auto* fault = dynamic_cast<const QueryError*>(&error)) {
    body["query"] = fault->query_text;
    body["offset"] = fault->offset;
    body["caret"] = fault->caret();
  }
  return told(trouble, body);
}

}  // namespace undex::serve
