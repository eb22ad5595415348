// Questions that the index answers by itself: what finds, what counts.
#include "searcher/answers/ask.h"
#include "searcher/answers/requests.h"
#include "searcher/render/archive_state.h"
#include "searcher/render/cross_table.h"
#include "searcher/render/render.h"
#include "searcher/render/suggestions.h"
#include "searcher/render/trace.h"
#include "undex/suggest.h"

namespace undex::answers {

Answer ask_search(const Opened& opened, const Parameters& parameters) {
  const Request request = search_request(parameters);
  const Result result = opened.search(request);
  return {.json = render(result, "json", {.language = request.language}),
          .nothing = {},
          .hint = {},
          .next = result.next};
}

Answer ask_facets(const Opened& opened, const Parameters& parameters) {
  return {render_facet(opened.search(facet_request(parameters)))};
}

Answer ask_suggest(const Opened& opened, const Parameters& parameters) {
  const std::string typed = parameters.text("typed");
  return {
      render_suggestions(typed, opened.searcher.suggest({.typed = typed,
                                                         .limit = parameters.number("limit"),
                                                         .language = parameters.text("lang")}))};
}

Answer ask_fields(const Opened&, const Parameters&) {
  return {render(Searcher::fields(), "json", {})};
}

Answer ask_status(const Opened& opened, const Parameters&) {
  return {render_state(archive_state(opened.archive, opened.searcher), "json")};
}

/// The register of submissions is the program's, which writes it.
Answer ask_verify(const Opened& opened, const Parameters&) {
  const ArchiveState state = archive_state(opened.archive, opened.searcher);
  return {verification_json({.documents = state.documents,
                             .archive_faults = opened.archive.verify({}),
                             .register_seen = false,
                             .index_faults = opened.searcher.verify(),
                             .in_step = state.in_step()})};
}

Answer ask_map(const Opened& opened, const Parameters& parameters) {
  const CrossTable table = cross_table(opened.archive.dir(), {.query = parameters.text("query"),
                                                              .rows = parameters.text("rows"),
                                                              .columns = parameters.text("columns"),
                                                              .having = "initiative",
                                                              .places = parameters.number("places"),
                                                              .language = parameters.text("lang")});
  return {render_cross_table(table, "json", {})};
}

Answer ask_trace(const Opened& opened, const Parameters& parameters) {
  return {render_trace(trace(opened.archive.dir(), trace_request(parameters)), "json", {}, {})};
}

}  // namespace undex::answers
