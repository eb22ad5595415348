// undex history of a clause: where its wording stands, year by year.
#include "tools/undex/clause.h"

#include <map>

#include "corpus/text.h"
#include "schemas/run_words.h"
#include "searcher/render/clause_history.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"
#include "undex/search.h"

namespace undex::tool {
namespace {

std::map<std::string, std::size_t> held_by_year(const Arguments& arguments) {
  std::map<std::string, std::size_t> held;
  for (const FacetCount& year : Searcher::open(archive_dir(arguments)).facet("year").values)
    held[year.value] += year.documents;
  return held;
}

}  // namespace

int run_clause_history(const Arguments& arguments, const std::string& clause) {
  if (run_words(clause, {}).size() < kRunWords)
    throw Error(ErrorKind::usage,
                "history: '" + clause + "' is not held, and too short to be a clause",
                "a clause has three words or more; 'undex search' finds shorter ones");
  ReuseResult found =
      Reuse::open(archive_dir(arguments))
          .find({.text = clause, .least = least_kept(arguments), .limit = 0, .clause = true});
  if (found.wordings.empty()) {
    note("undex: no paragraph held has " + arguments.value("least") +
         " % of the words of this clause in their order");
    note("hint: ask for fewer with --least, or for its words with 'undex search'");
    return 1;
  }
  print(render_history(clause_history(clause, std::move(found), held_by_year(arguments)),
                       arguments.value("format"), render_options(arguments)));
  return 0;
}

}  // namespace undex::tool
