// Questions of one document: its text, its citations, its place in a series and in a chain of
// mandates.
#include "corpus/text.h"
#include "searcher/answers/ask.h"
#include "searcher/documents/citing.h"
#include "searcher/documents/figure_pages.h"
#include "searcher/documents/held_notices.h"
#include "searcher/documents/related.h"
#include "searcher/render/chain.h"
#include "searcher/render/document.h"
#include "searcher/render/figure_page.h"
#include "searcher/render/series.h"

namespace undex::answers {

Target target_of(const Opened& opened, const Parameters& parameters) {
  return find_target(opened.archive, parameters.text("symbol"));
}

std::vector<Locator> places_of(const Parameters& parameters, const Target& target) {
  std::vector<std::string> typed;
  if (parameters.has("para")) typed.push_back(parameters.text("para"));
  return undex::places_of(target, "para", typed);
}

Answer not_held(const Opened& opened, const std::string& name, const std::string& more) {
  return {.json = {},
          .nothing = "'" + printable(name) + "' is not held",
          .hint = opened.names.hint(name, more)};
}

Answer ask_show(const Opened& opened, const Parameters& parameters) {
  const Shelves& shelves = opened.shelves;
  const Target target = shelves.find(parameters.text("symbol"));
  if (target.entries.empty()) return not_held(opened, target.name);
  const ArchiveEntry& entry = version_in(target.entries, parameters.text("language"));
  const std::vector<Locator> places = places_of(parameters, target);
  const Document document = shelves.read(entry);
  for (const Locator& place : places)
    if (text_at(document, place).empty())
      return {.json = {},
              .nothing = document.name() + " has no " + place.citation(),
              .hint = "ask for the whole document"};
  RenderOptions options;
  if (places.empty()) options.related = related_documents(shelves, entry, document.symbol);
  return {render_document(document, "json", places, options)};
}

Answer ask_citations(const Opened& opened, const Parameters& parameters) {
  const Shelves& shelves = opened.shelves;
  const Target target = shelves.find(parameters.text("symbol"));
  const std::vector<Locator> places = places_of(parameters, target);
  std::optional<Document> document;
  if (!target.entries.empty()) {
    document = shelves.read(version_in(target.entries, parameters.text("language")));
    add_notices_of_held(shelves, *document);
  }
  const CitationPage page = citation_page(shelves, target, document ? &*document : nullptr, places);
  if (!page.held && page.cited_by.empty())
    return not_held(opened, page.name,
                    page.archives.empty() ? "no document in this archive cites it"
                                          : "no document in these archives cites it");
  return {render_citations(page, "json", {}, false)};
}

Answer ask_figures(const Opened& opened, const Parameters& parameters) {
  return {render_figures(
      figure_page(opened.archive, parameters.text("words"), parameters.text("years"), opened.read),
      "json", {})};
}

Answer ask_series(const Opened& opened, const Parameters& parameters) {
  if (!parameters.has("name")) {
    std::vector<SeriesPage> pages;
    for (const Series& one : series_register()) pages.push_back(series_page(one, opened.archive));
    return {render_series_list(pages, "json", {})};
  }
  const std::string name = parameters.text("name");
  const Series* series = series_named(name);
  if (series != nullptr) return {render_series(series_page(*series, opened.archive), "json", {})};
  const Series* near = nearest_series(name);
  return {.json = {},
          .nothing = "no series is called '" + printable(name) + "'",
          .hint = near == nullptr ? "" : "the nearest is " + near->id};
}

Answer ask_mandate(const Opened& opened, const Parameters& parameters) {
  const Target target = target_of(opened, parameters);
  const Chain chain =
      mandate_chain(opened.archive.dir(), {.name = target.name,
                                           .place = target.place ? target.place->text() : "",
                                           .depth = static_cast<int>(parameters.number("depth")),
                                           .most = parameters.number("limit")});
  const ChainNode& root = chain.nodes[chain.root];
  if (chain.edges.empty() && root.held_as.empty())
    return not_held(opened, root.symbol, "no document here and no series names it as a mandate");
  return {render_chain(chain, "json", {})};
}

}  // namespace undex::answers
