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

std::vector<Filter> filters_and_years(const Given& given) {
  std::vector<Filter> filters = given.filters("filter");
  if (given.has("years")) filters.push_back({"year", {given.text("years")}});
  return filters;
}

}  // namespace

Order order_named(std::string_view word) { return chosen(word, kOrders); }

Request search_request(const Given& given) {
  Request request;
  request.query = given.text("query");
  request.syntax = given.flag("cql") ? Syntax::cql : Syntax::undex;
  request.match = chosen(given.text("match"), kMatches);
  request.filters = filters_and_years(given);
  request.facets = given.texts("facets");
  request.unit = chosen(given.text("in"), kUnits);
  request.group = chosen(given.text("group"), kGroups);
  request.limit = given.number("limit");
  request.offset = given.number("offset");
  request.cursor = given.text("cursor");
  request.passages = given.number("passages");
  request.language = given.text("lang");
  request.explain = given.flag("explain");
  if (given.has("order")) request.order = order_named(given.text("order"));
  return request;
}

Request facet_request(const Given& given) {
  Request request;
  request.facets = {given.text("field")};
  request.query = given.text("query");
  request.filters = filters_and_years(given);
  request.limit = request.passages = 0;
  request.facet_values = given.number("limit");
  request.facet_matching = given.text("matching");
  request.facet_order = given.text("order") == "name" ? FacetOrder::name : FacetOrder::count;
  request.decades = given.flag("decades");
  request.language = given.text("lang");
  return request;
}

TraceRequest trace_request(const Given& given) {
  TraceRequest request;
  request.subject = given.text("subject");
  request.filters = given.filters("filter");
  request.by_session = given.text("by") == "session";
  if (given.has("years")) read_years(given.text("years"), request);
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

void read_years(std::string_view typed, TraceRequest& request) {
  const auto year_of = [&](std::string_view text, int& year) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
    if (!text.empty() && (read.ec != std::errc() || read.ptr != text.data() + text.size() ||
                          year < 1 || year > 9999))
      throw Error(ErrorKind::usage, "years: '" + printable(typed) + "' is no range of years",
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
