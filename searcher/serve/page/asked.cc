#include "searcher/serve/page/asked.h"

#include <algorithm>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "searcher/answers/requests.h"
#include "searcher/serve/page/layout.h"
#include "undex/error.h"

namespace undex::serve {
namespace {

constexpr std::size_t kOnAPage = 20;
constexpr std::string_view kOrders[] = {"", "relevance", "newest", "oldest", "symbol"};

void add(Asked& asked, std::string field, std::string value) {
  if (value.empty() || asked.has(field, value)) return;
  const auto known = std::ranges::find(asked.filters, field, &Filter::field);
  if (known == asked.filters.end())
    asked.filters.push_back({std::move(field), {std::move(value)}});
  else
    known->values.push_back(std::move(value));
}

/// In place of those before: a year beside a range that holds it would change nothing.
void choose_years(Asked& asked, std::string years) {
  std::erase_if(asked.filters, [](const Filter& filter) { return filter.field == "year"; });
  add(asked, "year", std::move(years));
}

}  // namespace

bool Asked::has(std::string_view field, std::string_view value) const {
  const auto known = std::ranges::find(filters, field, &Filter::field);
  return known != filters.end() && std::ranges::find(known->values, value) != known->values.end();
}

Asked asked_by(const HttpRequest& request) {
  Asked asked;
  asked.query = collapse_spaces(request.parameter("q").value_or(""));
  asked.order = request.parameter("order").value_or("");
  if (std::ranges::find(kOrders, asked.order) == std::end(kOrders))
    throw Error(ErrorKind::usage, "order: '" + asked.order + "' is not offered",
                "choose relevance, newest, oldest or symbol");
  asked.unit = request.parameter("in").value_or("") == "paragraph" ? "paragraph" : "";
  asked.cursor = request.parameter("cursor").value_or("");
  asked.within = collapse_spaces(request.parameter("within").value_or(""));
  for (const std::string& text : request.all("f")) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos)
      throw Error(ErrorKind::usage, "f: '" + text + "' names no field", "write f=organ:ECOSOC");
    add(asked, text.substr(0, colon), text.substr(colon + 1));
  }
  const std::string from = request.parameter("from").value_or("");
  const std::string to = request.parameter("to").value_or("");
  if (!from.empty() || !to.empty()) choose_years(asked, from == to ? from : from + ".." + to);
  return asked;
}

Request request_of(const Asked& asked, std::vector<std::string> facets, std::string_view language) {
  Request request;
  request.query = asked.query;
  request.filters = asked.filters;
  request.facets = std::move(facets);
  request.facet_matching = asked.within;
  request.unit = asked.unit.empty() ? Unit::document : Unit::paragraph;
  request.cursor = asked.cursor;
  request.limit = kOnAPage;
  request.language = language;
  if (!asked.order.empty()) request.order = answers::order_named(asked.order);
  return request;
}

std::vector<Parameter> parameters_of(const Asked& asked) {
  std::vector<Parameter> parameters = {{"q", asked.query}};
  for (const Filter& filter : asked.filters)
    for (const std::string& value : filter.values)
      parameters.push_back({"f", filter.field + ":" + value});
  return parameters;
}

std::optional<YearRange> year_range(const Asked& asked) {
  const auto known = std::ranges::find(asked.filters, "year", &Filter::field);
  if (known == asked.filters.end() || known->values.size() != 1) return std::nullopt;
  const std::string& years = known->values.front();
  const bool plain = std::ranges::all_of(years, [](char c) { return is_digit(c) || c == '.'; });
  if (!plain) return std::nullopt;  // "2022?"
  const std::size_t dots = years.find("..");
  if (dots == std::string::npos) return YearRange{years, years};
  return YearRange{years.substr(0, dots), years.substr(dots + 2)};
}

std::string address_of(const Call& call, const Asked& asked) {
  return next_address(call, asked, "");
}

std::string next_address(const Call& call, const Asked& asked, std::string_view cursor) {
  std::vector<Parameter> parameters = parameters_of(asked);
  parameters.push_back({"order", asked.order});
  parameters.push_back({"in", asked.unit});
  parameters.push_back({"within", asked.within});
  if (is_embedded(call)) parameters.push_back({"embed", "1"});
  parameters.push_back({"cursor", std::string(cursor)});
  return link(call, "/search", std::move(parameters));
}

std::string in_years(const Call& call, Asked asked, std::string_view years) {
  choose_years(asked, std::string(years));
  return address_of(call, asked);
}

std::string without_filter(const Call& call, Asked asked, std::string_view field,
                           std::string_view value) {
  for (Filter& filter : asked.filters)
    if (filter.field == field) std::erase(filter.values, value);
  std::erase_if(asked.filters, [](const Filter& filter) { return filter.values.empty(); });
  return address_of(call, asked);
}

}  // namespace undex::serve
