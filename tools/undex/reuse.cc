// undex reuse: earlier and later lives of the wording of a document's paragraphs.
#include "undex/reuse.h"

#include <algorithm>

#include "searcher/render/reuse_page.h"
#include "tools/undex/clause.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

bool is_asked(const HeldText::Paragraph& paragraph, const std::vector<Locator>& places) {
  const std::optional<Locator> own = parse_locator(paragraph.locator);
  return places.empty() ||
         (own && std::any_of(places.begin(), places.end(),
                             [&](const Locator& at) { return at.contains(*own); }));
}

}  // namespace

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
  const Reuse reuse = Reuse::open(archive.dir());
  ReusePage page{.document = reuse.held(entry.key), .paragraphs = {}};
  HeldText& document = page.document;
  if (document.key.empty())
    throw Error(ErrorKind::archive, "'" + entry.key + "' is not in the index",
                "bring the index in step with 'undex index' or 'undex rebuild'");
  std::erase_if(document.paragraphs,
                [&](const HeldText::Paragraph& one) { return !is_asked(one, places); });
  if (document.paragraphs.empty()) {
    note("undex: " + entry.name + " has no such place with a text of its own");
    return 1;
  }
  for (const HeldText::Paragraph& one : document.paragraphs)
    add_lives(page, one,
              reuse.find({.text = one.text,
                          .language = document.language,
                          .from_key = document.key,
                          .least = least,
                          .limit = arguments.number("limit")}));
  print(render_reuse(page, arguments.value("format"), render_options(arguments)));
  return page.paragraphs.empty() ? 1 : 0;
}

}  // namespace undex::tool
