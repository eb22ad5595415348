// undex search, undex facets, undex fields: through the public header undex/search.h alone.
#include "undex/search.h"

#include <algorithm>
#include <iostream>

#include "corpus/strings.h"
#include "searcher/answers/requests.h"
#include "searcher/render/archive_answers.h"
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

Result ask(const Arguments& arguments, const Request& request) {
  if (!arguments.has("archives")) return Searcher::open(archive_dir(arguments)).search(request);
  return ask_archives(arguments, request);
}

void note_missing_archives(const Result& result) {
  for (const std::string& line : missing_archives(result)) note("note: " + line);
}

/// An answer without some of the archives is no whole answer, however much it found.
int status_of(const Result& result) {
  const bool whole = std::all_of(result.archives.begin(), result.archives.end(),
                                 [](const ArchiveAnswer& one) { return one.answered; });
  if (!whole) return static_cast<int>(ErrorKind::check);
  return result.documents == 0 ? 1 : 0;
}

}  // namespace

int run_search(const Arguments& arguments) {
  Request request = answers::search_request(GivenOptions(arguments));
  request.query = query_of(arguments);
  const Result result = ask(arguments, request);
  RenderOptions options = render_options(arguments);
  options.language = request.language;
  options.go_on = request.cursor.empty()
                      ? "--offset " + std::to_string(request.offset + result.hits.size())
                      : "--cursor " + result.next;
  const std::string format = arguments.value("format");
  print(render(result, format, options));
  if (format != "text" && format != "json") note_missing_archives(result);  // they tell themselves
  return status_of(result);
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
  const Result result = ask(arguments, request);
  std::string out;
  for (const Facet& facet : result.facets)
    out += (out.empty() || format != "text" ? "" : "\n") +
           render(facet, format, render_options(arguments));
  print(out);
  note_missing_archives(result);
  return status_of(result);
}

int run_fields(const Arguments& arguments) {
  print(render(Searcher::fields(), arguments.value("format"), render_options(arguments)));
  return 0;
}

}  // namespace undex::tool
