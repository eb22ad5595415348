// undex citations: what a document cites and who cites it, held or not.
#include "searcher/documents/citing.h"
#include "searcher/documents/held_notices.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

CitationPage page_of(const Shelves& shelves, const Target& target, const std::vector<Locator>& only,
                     const std::string& language) {
  if (target.entries.empty()) return citation_page(shelves, target, nullptr, only);
  const ArchiveEntry entry = chosen_version(target.entries, language);
  Document document = read_understood(shelves, entry);
  add_notices_of_held(shelves, document);
  CitationPage page = citation_page(shelves, target, &document, only);
  page.archive = shelves.archive_of(entry);
  return page;
}

}  // namespace

int run_citations(const Arguments& arguments) {
  const std::string typed = joined_words(arguments);
  if (typed.empty())
    throw Error(ErrorKind::usage, "citations of what? no symbol given",
                "undex citations E/2003/75");
  const std::shared_ptr<const Shelves> shelves = shelves_of(arguments);
  const Target target = shelves->find(typed);
  const std::vector<Locator> places = places_of(arguments, target);
  const CitationPage page = page_of(*shelves, target, places, arguments.value("language"));
  if (!page.held && page.cited_by.empty())
    return not_held(*shelves, page.name, "no document " + there(*shelves) + " cites it");
  const std::string format = arguments.value("format");
  print(render_citations(page, format, render_options(arguments), arguments.has("all")));
  const int status = page.empty() ? 1 : 0;
  const bool tells_itself = format == "text" || format == "json";
  return tells_itself ? whole_or_not(*shelves, status) : note_missing(*shelves, status);
}

}  // namespace undex::tool
