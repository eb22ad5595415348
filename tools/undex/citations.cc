// undex citations: what a document cites and who cites it, held or not.
#include "searcher/documents/citing.h"
#include "searcher/documents/held_notices.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

CitationPage page_of(const Archive& archive, const Target& target, const std::vector<Locator>& only,
                     const std::string& language) {
  if (target.entries.empty())
    return citation_page(archive, target, nullptr, only, reader_of(archive));
  Document document = read_understood(archive, chosen_version(target.entries, language));
  add_notices_of_held(archive, document);
  return citation_page(archive, target, &document, only, reader_of(archive));
}

}  // namespace

int run_citations(const Arguments& arguments) {
  const std::string typed = joined_words(arguments);
  if (typed.empty())
    throw Error(ErrorKind::usage, "citations of what? no symbol given",
                "undex citations E/2003/75");
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const Target target = find_target(archive, typed);
  const std::vector<Locator> places = places_of(arguments, target);
  const CitationPage page = page_of(archive, target, places, arguments.value("language"));
  if (!page.held && page.cited_by.empty())
    return not_held(archive, page.name, "no document in this archive cites it");
  print(render_citations(page, arguments.value("format"), render_options(arguments),
                         arguments.has("all")));
  return page.empty() ? 1 : 0;
}

}  // namespace undex::tool
