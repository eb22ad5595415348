#pragma once
// The table of the JSON API: the questions of searcher/answers, and what only a service offers.
#include <span>
#include <string_view>

#include "searcher/answers/answers.h"
#include "searcher/serve/routes.h"

namespace undex::serve {

struct Endpoint {
  std::string_view name;     ///< "search": its address is /api/v1/search
  std::string_view methods;  ///< "GET POST"; GET is HEAD too
  std::string_view summary;
  std::span<const answers::Rule> rules;  ///< of its parameters
  const answers::Question* question = nullptr;
  /// Where it is none: parameters as these rules say, and the body as sent.
  HttpResponse (*answer)(const Call& call, const answers::Parameters& parameters) = nullptr;
  /// Of a body that is no JSON object; the parameters then stand in the address.
  bool (*reads)(std::string_view media_type) = nullptr;
  /// Of several archives all are asked, or what is said is the same for all; else the own one
  /// alone.
  bool of_all = false;
};

std::span<const Endpoint> endpoints();
/// nullptr if there is none of that name.
const Endpoint* find_endpoint(std::string_view name);

/// Of the body, in lower case and without its parameters: "text/plain". Empty when there is none.
std::string media_type_of(const HttpRequest& request);

// Behind the table. Used in this folder only.
std::span<const answers::Rule> export_rules();
HttpResponse answer_export(const Call& call, const answers::Parameters& parameters);
std::span<const answers::Rule> check_rules();
HttpResponse answer_check(const Call& call, const answers::Parameters& parameters);
bool reads_draft(std::string_view media_type);
/// `<https://library.example.org/api/v1/search?query=desk&cursor=...>; rel="next"`: the request
/// with another cursor.
std::string link_to_next(const Call& call, const std::string& cursor);

}  // namespace undex::serve
