// undex history of a clause: where its wording stands, year by year.
#include "tools/undex/clause.h"

#include "searcher/documents/reuse_pages.h"
#include "tools/undex/terminal.h"

namespace undex::tool {
int run_clause_history(const Arguments& arguments, const std::string& clause) {
  const std::optional<ClauseHistory> history =
      clause_page(archive_dir(arguments), clause, least_kept(arguments));
  if (!history) {
    note("undex: no paragraph held has " + arguments.value("least") +
         " % of the words of this clause in their order");
    note("hint: ask for fewer with --least, or for its words with 'undex search'");
    return 1;
  }
  print(render_history(*history, arguments.value("format"), render_options(arguments)));
  return 0;
}

}  // namespace undex::tool
