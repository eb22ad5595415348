#include "searcher/serve/http.h"

#include <algorithm>

namespace undex::serve {

std::optional<std::string> HttpRequest::parameter(std::string_view name) const {
  const auto found = std::ranges::find(parameters, name, &Parameter::name);
  if (found == parameters.end()) return std::nullopt;
  return found->value;
}

std::vector<std::string> HttpRequest::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const Parameter& one : parameters)
    if (one.name == name) values.push_back(one.value);
  return values;
}

std::string_view HttpRequest::header(std::string_view name) const {
  const auto found = std::ranges::find(headers, name, &Header::name);
  return found == headers.end() ? std::string_view() : std::string_view(found->value);
}

void HttpResponse::set(std::string_view name, std::string_view value) {
  const auto found = std::ranges::find(headers, name, &Header::name);
  if (found == headers.end())
    headers.push_back({std::string(name), std::string(value)});
  else
    found->value = value;
}

std::string_view HttpResponse::header(std::string_view name) const {
  const auto found = std::ranges::find(headers, name, &Header::name);
  return found == headers.end() ? std::string_view() : std::string_view(found->value);
}

}  // namespace undex::serve
