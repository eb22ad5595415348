#include "searcher/search/page_passages.h"

#include <algorithm>
#include <string>
#include <utility>

#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/query/docids.h"
#include "searcher/query/plan.h"

namespace undex::search {
namespace {

using query::Docids;
using Xapian::Query;

/// The first so many of the best that are among the places.
Docids best_among(const Docids& best, const Docids& places, std::size_t limit) {
  Docids out;
  for (const Xapian::docid one : best)
    if (out.size() < limit && std::binary_search(places.begin(), places.end(), one))
      out.push_back(one);
  return out;
}

}  // namespace

PagePassages::PagePassages(const std::vector<Listed>& page, const Found& found,
                           const query::Expansion& expansion, const Passages& passages)
    : found_(found), expansion_(expansion), passages_(passages) {
  const Columns& columns = expansion.context().columns;
  std::vector<bool> shown(columns.documents_end());
  for (const Listed& one : page) shown.at(one.docid) = true;
  for (const Xapian::docid place : found.paragraphs)
    if (const std::uint32_t document = columns.document_of(place); shown[document])
      places_[document].push_back(place);
  for (const auto& [place, weight] : found.best)
    if (const std::uint32_t document = columns.document_of(place); shown[document])
      best_[document].push_back(place);
}

void PagePassages::add_to(Hit& hit, const Listed& document, std::size_t limit) {
  if (limit == 0) return;
  const Query own(bounded_term(std::string(kKeyPrefix) + hit.key));
  const bool named = is_named(found_.asked, document.hit);
  if (found_.asked.has_passages) {
    const Docids places = chosen(document.docid, limit, named);
    hit.passages = passages_.of(places, hit.language);
    if (!hit.passages.empty()) return;
    hit.passages = in_part(own, limit, named, hit.language);
    hit.across = !hit.passages.empty();
    if (hit.across) return;
  }
  if (found_.asked.has_passages || named) hit.passages = passages_.opening(own, hit.language);
}

Docids PagePassages::chosen(Xapian::docid document, std::size_t limit, bool named) const {
  const auto all = places_.find(document);
  if (all == places_.end()) return {};
  const Columns& columns = expansion_.context().columns;
  Docids places = all->second;
  const auto counts = [&](Xapian::docid place) { return columns.is_counted(place); };
  if (std::any_of(places.begin(), places.end(), counts))
    std::erase_if(places, [&](Xapian::docid place) { return !counts(place); });
  else if (named)
    return {};
  if (places.size() <= limit) return places;
  if (const auto best = best_.find(document); best != best_.end()) {
    Docids first = best_among(best->second, places, limit);
    if (first.size() == limit) return first;
  }
  return passages_.best(
      Query(Query::OP_FILTER, found_.asked.paragraphs,
            query::any_of_docids(std::move(places), expansion_.context().paragraphs)),
      limit);
}

std::vector<Passage> PagePassages::in_part(const Query& own, std::size_t limit, bool named,
                                           const std::string& language) {
  if (!parts_) parts_ = plan_any(found_.asked.tree, expansion_);
  const Query parts(Query::OP_FILTER, *parts_, own);
  Docids places = passages_.best(Query(Query::OP_FILTER, parts, counted_blocks()), limit);
  if (places.empty() && !named) places = passages_.best(parts, limit);
  return passages_.of(places, language);
}

}  // namespace undex::search
