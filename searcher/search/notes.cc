#include "searcher/search/notes.h"

#include <string>

#include "searcher/search/facets.h"

namespace undex::search {
namespace {

void note_none_shown(const Request& request, Result& result) {
  if (!result.hits.empty() || request.limit == 0 || result.documents == 0) return;
  const bool by_paragraph = request.unit == Unit::paragraph;
  if (by_paragraph && result.paragraphs == 0)
    result.notes.push_back("no single paragraph answers; the documents do, with several of theirs");
  else
    result.notes.push_back(
        "none is shown: " + std::string(by_paragraph ? "paragraphs" : "documents") + " found " +
        std::to_string(by_paragraph ? result.paragraphs : result.documents) + ", passed over " +
        std::to_string(request.offset));
}

}  // namespace

void note_what_is_shown(const Request& request, Result& result) {
  note_none_shown(request, result);
  if (request.decades) return;
  // A year in which nothing matches is another thing than a year of which nothing is held.
  for (const Facet& facet : result.facets)
    if (const std::string gaps = facet.field == "year" ? years_not_held(facet) : std::string();
        !gaps.empty())
      result.notes.push_back("no document held for: " + gaps);
}

}  // namespace undex::search
