// undex explain: what was understood of a place, by which rule, and what was refused.
#include "indexer/understand/understand.h"
#include "searcher/render/explanation.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {

int run_explain(const Arguments& arguments) {
  const std::string typed = joined_words(arguments);
  if (typed.empty())
    throw Error(ErrorKind::usage, "explain what? no symbol given",
                "undex explain E/2003/75 --para '18 (g)'");
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const Target target = find_target(archive, typed);
  if (target.entries.empty()) return not_held(archive, target.name);
  Document document = archive.read(chosen_version(target.entries, arguments.value("language")));
  std::vector<RefusedMark> refused;
  understand(document, &refused);
  const std::string text = render_explanation(document, refused, places_of(arguments, target),
                                              arguments.value("format"), render_options(arguments));
  print(text);
  if (!text.empty()) return 0;
  note("undex: nothing of " + document.name() + " is there to explain");
  note("hint: 'undex show " + document.name() + "' prints all of it");
  return 1;
}

}  // namespace undex::tool
