// undex show: a document, or a place in it, read from the archive.
#include "searcher/documents/citing.h"
#include "searcher/documents/related.h"
#include "searcher/render/document.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

/// A document that is cited has a page, though it is not held: who cites it, and where.
int show_not_held(const Shelves& shelves, const Target& target) {
  CitationPage page;
  try {
    page = citation_page(shelves, target, nullptr, {});
  } catch (const Error& error) {
    note(std::string("note: who cites it is not known: ") + error.what());
  }
  if (page.cited_by.empty())
    return not_held(shelves, target.name, "no document " + there(shelves) + " cites it");
  note("undex: '" + page.name + "' is not held");
  const std::string text = render_citations(page, "text", {}, false);
  note(text.substr(text.find("Cited by"), text.rfind('\n') - text.find("Cited by")));
  return whole_or_not(shelves, 1);
}

}  // namespace

int run_show(const Arguments& arguments) {
  const std::string typed = joined_words(arguments);
  if (typed.empty())
    throw Error(ErrorKind::usage, "show what? no symbol given", "undex show E/2003/75");
  const std::shared_ptr<const Shelves> shelves = shelves_of(arguments);
  const Target target = shelves->find(typed);
  if (target.entries.empty()) return show_not_held(*shelves, target);
  const ArchiveEntry entry = chosen_version(target.entries, arguments.value("language"));
  if (arguments.has("original")) {
    print(shelves->original(entry));
    return note_missing(*shelves, 0);
  }
  const std::vector<Locator> places = places_of(arguments, target);
  const std::string format = arguments.value("format");
  if (format == "xml" && places.empty()) {
    print(shelves->xml(entry));
    return note_missing(*shelves, 0);
  }
  if (format == "xml")
    throw Error(ErrorKind::usage, "--format xml prints whole documents", "leave --para out");
  const Document document = read_understood(*shelves, entry);
  for (const Locator& place : places) {
    if (!text_at(document, place).empty()) continue;
    note("undex: " + document.name() + " has no " + place.citation());
    note("hint: 'undex show " + document.name() + "' prints all of it");
    return note_missing(*shelves, 1);
  }
  RenderOptions options = render_options(arguments);
  options.marks = arguments.has("marks");
  if (places.empty()) options.related = related_documents(*shelves, entry, document.symbol);
  print(render_document(document, format, places, options));
  return note_missing(*shelves, 0);
}

}  // namespace undex::tool
