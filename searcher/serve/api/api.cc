#include "searcher/serve/api/api.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "corpus/embedded.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/answers/rule_json.h"
#include "searcher/render/json_text.h"
#include "searcher/serve/api/endpoints.h"
#include "searcher/serve/held.h"
#include "searcher/serve/problem.h"
#include "searcher/serve/url.h"

namespace undex::serve {
namespace {

using answers::GivenText;
using answers::Parameters;
using Json = nlohmann::ordered_json;

constexpr std::string_view kRoot = "/api/v1/";
constexpr std::string_view kOwnAlone =
    "of several archives this asks the own one alone: 'search', 'document' and 'citations' ask "
    "all";
constexpr std::string_view kJson = "application/json";

HttpResponse no_endpoint(const Call& call) {
  std::vector<std::string_view> names;
  for (const Endpoint& one : endpoints()) names.push_back(one.name);
  const std::string near = nearest_name(std::string_view(call.rest).substr(0, 40), names);
  return problem(call.site, Trouble::no_address,
                 "no question has the address '" + printable(call.request.path.substr(0, 80)) + "'",
                 near.empty() ? call.site.permalink("/api") + " lists them"
                              : "did you mean " + std::string(kRoot) + near + "?");
}

HttpResponse other_method(const Call& call, const Endpoint& endpoint) {
  HttpResponse response = problem(
      call.site, Trouble::method,
      std::string(kRoot) + std::string(endpoint.name) + " takes " + std::string(endpoint.methods));
  std::string allowed = "OPTIONS";
  for (const std::string_view method : split(endpoint.methods, ' '))
    allowed += ", " + std::string(method);
  response.set("allow", allowed);
  return response;
}

bool is_utf8(std::string_view content_type) {
  const std::string lower = to_lower(content_type);
  const std::size_t at = lower.find("charset=");
  if (at == std::string::npos) return true;
  std::string charset = lower.substr(at + 8);
  std::erase(charset, '"');
  charset = charset.substr(0, charset.find_first_of("; "));
  return charset == "utf-8" || charset == "us-ascii";
}

HttpResponse other_media_type(const Call& call, const Endpoint& endpoint) {
  const bool of_drafts = endpoint.reads != nullptr;
  HttpResponse response =
      problem(call.site, Trouble::media_type, "the body is of a type that is not read here",
              of_drafts ? "send text/plain in UTF-8, application/json or a file that undex reads"
                        : "send application/json in UTF-8");
  response.set("accept-post", of_drafts ? "application/json, text/plain" : kJson);
  return response;
}

std::vector<GivenText> given_in_address(const HttpRequest& request) {
  std::vector<GivenText> given;
  for (const Parameter& one : request.parameters) given.push_back({one.name, one.value});
  return given;
}

Parameters parameters_of(const HttpRequest& request, const Endpoint& endpoint, bool is_json) {
  if (!is_json) return read_text_parameters(endpoint.rules, given_in_address(request));
  if (!request.parameters.empty())
    throw Error(ErrorKind::usage, "the parameters of a body in JSON stand in it",
                "leave the address without '?'");
  return read_json_parameters(endpoint.rules, request.body);
}

/// How long archives took is new in every answer, and nothing that it says.
std::string without_times(std::string_view json) {
  constexpr std::string_view kTime = "\"milliseconds\":";  // in a text the marks are escaped
  std::string out;
  for (std::size_t at = json.find(kTime); at != std::string_view::npos; at = json.find(kTime)) {
    out += json.substr(0, at);
    json.remove_prefix(std::min(json.find_first_of(",}", at), json.size()));
  }
  return out += json;
}

HttpResponse answer_question(const Call& call, const Endpoint& endpoint,
                             const Parameters& parameters) {
  const std::unique_ptr<const Shelves> shelves = shelves_of(call);
  answers::Answer answer = endpoint.question->ask(
      {*call.view.archive, *call.view.names, call.view.searcher, reader_of(call.view),
       [&](const Request& request) { return call.search(request); }, *shelves},
      parameters);
  call.search.hear(shelves->archives());
  if (answer.json.empty() && !call.search.missing().empty())
    return problem(call.site, Trouble::unavailable, answer.nothing + " by archives that answer");
  if (answer.json.empty())
    return problem(call.site, Trouble::not_held, answer.nothing,
                   call.search.is_of_several() && !endpoint.of_all ? kOwnAlone
                                                                   : std::string_view(answer.hint));
  HttpResponse response{.media_type = std::string(kJson), .body = std::move(answer.json)};
  if (call.search.is_of_several()) response.etag = without_times(response.body);
  if (!answer.next.empty() && call.request.method != "POST")
    response.set("link", link_to_next(call, answer.next));
  return response;
}

Json endpoint_json(const Site& site, const Endpoint& endpoint) {
  return {{"name", endpoint.name},
          {"address", site.permalink(std::string(kRoot) + std::string(endpoint.name))},
          {"methods", split(endpoint.methods, ' ')},
          {"summary", endpoint.summary},
          {"parameters", answers::rules_json(endpoint.rules)}};
}

}  // namespace

std::string media_type_of(const HttpRequest& request) {
  const std::string_view field = request.header("content-type");
  return collapse_spaces(to_lower(field.substr(0, field.find(';'))));
}

std::string link_to_next(const Call& call, const std::string& cursor) {
  std::vector<Parameter> parameters = call.request.parameters;
  std::erase_if(parameters,
                [](const Parameter& one) { return one.name == "cursor" || one.name == "offset"; });
  parameters.push_back({"cursor", cursor});
  return "<" + call.site.options().base_url + link_to(call.request.path, parameters) +
         ">; rel=\"next\"";
}

HttpResponse api(const Call& call) {
  const Endpoint* endpoint = find_endpoint(call.rest);
  if (endpoint == nullptr) return no_endpoint(call);
  const bool is_post = call.request.method == "POST";
  if (endpoint->methods.find(is_post ? "POST" : "GET") == std::string_view::npos)
    return other_method(call, *endpoint);
  const std::string type = media_type_of(call.request);
  const bool is_json = is_post && type == kJson;
  if (is_post && !(is_utf8(call.request.header("content-type")) &&
                   (is_json || (endpoint->reads != nullptr && endpoint->reads(type)))))
    return other_media_type(call, *endpoint);
  if (call.site.options().holds_nothing && !endpoint->of_all)
    return problem(call.site, Trouble::not_offered,
                   "this service searches archives of other machines and holds none itself",
                   "ask one of them");
  const Parameters parameters = parameters_of(call.request, *endpoint, is_json);
  return endpoint->question != nullptr ? answer_question(call, *endpoint, parameters)
                                       : endpoint->answer(call, parameters);
}

HttpResponse api_index(const Call& call) {
  Json questions = Json::array();
  for (const Endpoint& one : endpoints()) questions.push_back(endpoint_json(call.site, one));
  Json problems = Json::array();
  for (std::size_t at = 0; at < problem_kinds().size(); ++at) {
    const ProblemKind& kind = problem_kinds()[at];
    problems.push_back({{"type", problem_type(call.site, static_cast<Trouble>(at))},
                        {"title", kind.title},
                        {"status", kind.status},
                        {"meaning", kind.meaning}});
  }
  const std::string description = call.site.permalink("/api/v1/openapi.yaml");
  HttpResponse response{.media_type = std::string(kJson),
                        .body = rendering::json_text(Json{{"format_version", kOutputVersion},
                                                          {"name", call.site.options().name},
                                                          {"description", description},
                                                          {"questions", std::move(questions)},
                                                          {"problems", std::move(problems)}})};
  response.set("link", "<" + description + ">; rel=\"service-desc\"");
  return response;
}

HttpResponse api_description(const Call&) {
  return {.media_type = "application/yaml",
          .body = std::string(embedded_descriptions().front().bytes)};
}

}  // namespace undex::serve
