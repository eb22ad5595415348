#include "searcher/answers/requests.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <string>

#include "corpus/text.h"

namespace undex::answers {
namespace {

template <typename Value>
struct Choice {
  std::string_view word;
  Value value;
};
constexpr std::array<Choice<Order>, 4> kOrders = {{{"relevance", Order::relevance},
                                                   {"newest", Order::newest},
                                                   {"oldest", Order::oldest},
                                                   {"symbol", Order::symbol}}};
constexpr std::array<Choice<Match>, 3> kMatches = {
    {{"auto", Match::automatic}, {"all", Match::all}, {"any", Match::any}}};
constexpr std::array<Choice<Unit>, 2> kUnits = {
    {{"document", Unit::document}, {"paragraph", Unit::paragraph}}};
constexpr std::array<Choice<Group>, 3> kGroups = {
    {{"none", Group::none}, {"work", Group::work}, {"series", Group::series}}};

template <typename Table>
auto chosen(std::string_view word, const Table& table) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.word == word; });
  assert(found != table.end());
  return found->value;
}

std::vector<Filter> filters_and_years(const Parameters& parameters) {
  std::vector<Filter> filters = parameters.filters("filter");
  if (parameters.has("years")) filters.push_back({"year", {parameters.text("years")}});
  return filters;
}

}  // namespace

Order order_named(std::string_view word) { return chosen(word, kOrders); }
Match match_named(std::string_view word) { return chosen(word, kMatches); }
Unit unit_named(std::string_view word) { return chosen(word, kUnits); }
Group group_named(std::string_view word) { return chosen(word, kGroups); }

Request search_request(const Parameters& parameters) {
  Request request;
  request.query = parameters.text("query");
  request.syntax = parameters.flag("cql") ? Syntax::cql : Syntax::undex;
  request.match = match_named(parameters.text("match"));
  request.filters = filters_and_years(parameters);
  request.facets = parameters.texts("facets");
  request.unit = unit_named(parameters.text("in"));
  request.group = group_named(parameters.text("group"));
  request.limit = parameters.number("limit");
  request.offset = parameters.number("offset");
  request.cursor = parameters.text("cursor");
  request.passages = parameters.number("passages");
  request.language = parameters.text("lang");
  request.explain = parameters.flag("explain");
  if (parameters.has("order")) request.order = order_named(parameters.text("order"));
  return request;
}

Request facet_request(const Parameters& parameters) {
  Request request;
  request.facets = {parameters.text("field")};
  request.query = parameters.text("query");
  request.filters = filters_and_years(parameters);
  request.limit = request.passages = 0;
  request.facet_values = parameters.number("limit");
  request.facet_matching = parameters.text("matching");
  request.facet_order = parameters.text("order") == "name" ? FacetOrder::name : FacetOrder::count;
  request.decades = parameters.flag("decades");
  request.language = parameters.text("lang");
  return request;
}

TraceRequest trace_request(const Parameters& parameters) {
  TraceRequest request;
  request.subject = parameters.text("subject");
  request.filters = parameters.filters("filter");
  request.by_session = parameters.text("by") == "session";
  if (parameters.has("years")) read_years("years", parameters.text("years"), request);
  return request;
}

std::optional<Filter> read_filter(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  Filter filter{.field = std::string(text.substr(0, colon)), .values = {{}}};
  bool quoted = false;
  for (const char c : text.substr(colon + 1)) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      filter.values.emplace_back();
    else
      filter.values.back() += c;
  }
  return filter;
}

void read_years(std::string_view parameter, std::string_view typed, TraceRequest& request) {
  const auto year_of = [&](std::string_view text, int& year) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
    if (!text.empty() && (read.ec != std::errc() || read.ptr != text.data() + text.size() ||
                          year < 1 || year > 9999))
      throw Error(ErrorKind::usage,
                  std::string(parameter) + ": '" + printable(typed) + "' is no range of years",
                  "write it as 2002..2009");
  };
  const std::size_t dots = typed.find("..");
  year_of(typed.substr(0, dots), request.from_year);
  if (dots == std::string_view::npos)
    request.to_year = request.from_year;
  else
    year_of(typed.substr(dots + 2), request.to_year);
}

}  // namespace undex::answers
