// undex map: initiatives in submissions and reports, by two fields, each cell with its paragraphs.
#include "indexer/submission/find_call.h"
#include "searcher/render/cross_table.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"

namespace undex::tool {
namespace {

/// What answers the call, and the reports held; and of these what the words find.
std::string query_of(const Arguments& arguments) {
  const std::string words = joined_words(arguments);
  if (!arguments.has("call")) return words;
  const std::string scope =
      "(call:\"" + find_call(arguments.value("call")).id + "\" OR collection:reports)";
  return words.empty() ? scope : "(" + words + ") " + scope;
}

}  // namespace

int run_map(const Arguments& arguments) {
  const CrossTable table =
      cross_table(archive_dir(arguments), {.query = query_of(arguments),
                                           .rows = arguments.value("rows"),
                                           .columns = arguments.value("columns"),
                                           .having = "initiative",
                                           .places = arguments.number("places"),
                                           .language = arguments.value("lang")});
  print(render_cross_table(table, arguments.value("format"), render_options(arguments)));
  return table.cells.empty() ? 1 : 0;
}

}  // namespace undex::tool
