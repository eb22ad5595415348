// undex search, undex facets, undex fields: through the public header undex/search.h alone.
#include "undex/search.h"

#include <iostream>
#include <iterator>

#include "searcher/render/render.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"

namespace undex::tool {
namespace {

constexpr std::size_t kMaxQueryBytes = 4096;

Order order_of(const Arguments& arguments) {
  const std::string order = arguments.value("order");
  if (order == "newest") return Order::newest;
  if (order == "oldest") return Order::oldest;
  if (order == "symbol") return Order::symbol;
  return Order::relevance;
}

/// The words of the command line, or standard input for a single "-".
std::string query_of(const Arguments& arguments) {
  std::string query = joined_words(arguments);
  if (query != "-") return query;
  query.clear();
  char c = 0;
  while (query.size() <= kMaxQueryBytes && std::cin.get(c)) query += c == '\n' ? ' ' : c;
  return query;
}

/// --years is one more condition. The query is read by itself first: "a) OR (b" must not be
/// completed by our parentheses, and its faults are shown in what was typed.
std::string narrowed(const std::string& query, const std::string& years, const Searcher& searcher) {
  if (years.empty()) return query;
  if (query.empty()) return "year:" + years;
  if (query.find_first_of("()\"") != std::string::npos)
    searcher.search({.query = query, .facets = {}, .limit = 0, .passages = 0});
  return "(" + query + ") year:" + years;
}

}  // namespace

int run_search(const Arguments& arguments) {
  Request request;
  request.facets = arguments.list("facets");
  request.limit = arguments.number("limit");
  request.offset = arguments.number("offset");
  request.passages = arguments.number("passages");
  request.order = order_of(arguments);
  const Searcher searcher = Searcher::open(archive_dir(arguments));
  request.query = narrowed(query_of(arguments), arguments.value("years"), searcher);
  const Result result = searcher.search(request);
  RenderOptions options = render_options(arguments);
  options.order = request.order;
  print(render(result, arguments.value("format"), options));
  return result.documents == 0 ? 1 : 0;
}

int run_facets(const Arguments& arguments) {
  if (arguments.words().empty())
    throw Error(ErrorKind::usage, "facets of what? no field given",
                "'undex fields' lists the fields; those marked COUNTED will do");
  std::string query;
  for (std::size_t i = 1; i < arguments.words().size(); ++i)
    query += (i > 1 ? " " : "") + arguments.words()[i];
  const Searcher searcher = Searcher::open(archive_dir(arguments));
  const Facet facet = searcher.facet(arguments.words().front(), query, arguments.number("limit"));
  print(render(facet, arguments.value("format"), render_options(arguments)));
  return facet.values.empty() ? 1 : 0;
}

int run_fields(const Arguments& arguments) {
  print(render(Searcher::fields(), arguments.value("format"), render_options(arguments)));
  return 0;
}

}  // namespace undex::tool
