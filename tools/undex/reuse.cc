// undex reuse: earlier and later lives of the wording of a document's paragraphs.
#include "searcher/documents/reuse_pages.h"
#include "tools/undex/clause.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {

double least_kept(const Arguments& arguments) {
  const std::size_t percent = arguments.number("least");
  if (percent < 1 || percent > 100)
    throw Error(ErrorKind::usage, "--least: '" + arguments.value("least") + "' is no percentage",
                "a number of 1 to 100");
  return static_cast<double>(percent) / 100;
}

int run_reuse(const Arguments& arguments) {
  const std::string typed = joined_words(arguments);
  if (typed.empty())
    throw Error(ErrorKind::usage, "reuse of what? no symbol given", "undex reuse E/2009/21");
  const double least = least_kept(arguments);
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const Target target = find_target(archive, typed);
  const std::vector<Locator> places = places_of(arguments, target);
  if (target.entries.empty()) return not_held(archive, target.name);
  const ArchiveEntry entry = chosen_version(target.entries, arguments.value("language"));
  const ReusePage page = reuse_page(archive.dir(), entry, places, least, arguments.number("limit"));
  if (page.document.paragraphs.empty()) {
    note("undex: " + entry.name + " has no such place with a text of its own");
    return 1;
  }
  print(render_reuse(page, arguments.value("format"), render_options(arguments)));
  return page.paragraphs.empty() ? 1 : 0;
}

}  // namespace undex::tool
