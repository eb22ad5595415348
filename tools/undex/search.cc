// undex search, undex facets, undex fields: through the public header undex/search.h alone.
#include "undex/search.h"

#include <iostream>

#include "corpus/strings.h"
#include "searcher/answers/requests.h"
#include "searcher/render/render.h"
#include "tools/undex/command.h"
#include "tools/undex/given.h"
#include "tools/undex/terminal.h"

namespace undex::tool {
namespace {

constexpr std::size_t kMaxQueryBytes = 4096;

/// The words of the command line, or standard input for a single "-".
std::string query_of(const Arguments& arguments) {
  std::string query = joined_words(arguments);
  if (query != "-") return query;
  query.clear();
  char c = 0;
  while (query.size() <= kMaxQueryBytes && std::cin.get(c)) query += c == '\n' ? ' ' : c;
  return query;
}

Request facets_request_of(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.words();
  Request request = answers::facet_request(GivenOptions(arguments));
  request.facets.clear();
  for (const std::string_view field : split(words.front(), ',')) request.facets.emplace_back(field);
  for (std::size_t i = 1; i < words.size(); ++i) request.query += (i > 1 ? " " : "") + words[i];
  return request;
}

}  // namespace

int run_search(const Arguments& arguments) {
  Request request = answers::search_request(GivenOptions(arguments));
  request.query = query_of(arguments);
  const Result result = Searcher::open(archive_dir(arguments)).search(request);
  RenderOptions options = render_options(arguments);
  options.language = request.language;
  options.go_on = request.cursor.empty()
                      ? "--offset " + std::to_string(request.offset + result.hits.size())
                      : "--cursor " + result.next;
  print(render(result, arguments.value("format"), options));
  return result.documents == 0 ? 1 : 0;
}

int run_facets(const Arguments& arguments) {
  if (arguments.words().empty())
    throw Error(ErrorKind::usage, "facets of what? no field given",
                "'undex fields' lists the fields; those marked COUNTED will do");
  const std::string format = arguments.value("format");
  const Request request = facets_request_of(arguments);
  if (request.facets.size() > 1 && format != "text" && format != "jsonl")
    throw Error(ErrorKind::usage, "several fields are counted as text or jsonl only",
                "ask for one field, or with 'undex search --limit 0 --facets'");
  const Result result = Searcher::open(archive_dir(arguments)).search(request);
  std::string out;
  for (const Facet& facet : result.facets)
    out += (out.empty() || format != "text" ? "" : "\n") +
           render(facet, format, render_options(arguments));
  print(out);
  return result.documents == 0 ? 1 : 0;
}

int run_fields(const Arguments& arguments) {
  print(render(Searcher::fields(), arguments.value("format"), render_options(arguments)));
  return 0;
}

}  // namespace undex::tool
