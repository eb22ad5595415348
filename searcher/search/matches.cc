#include "searcher/search/matches.h"

#include <algorithm>
#include <cassert>

#include "searcher/query/docids.h"

namespace undex::search {

Matches join(const Docids& documents, const Docids& paragraphs, const Columns& columns) {
  Matches matches;
  std::vector<std::size_t> places(columns.documents_end());  // in matches.documents, from 1
  matches.documents.reserve(documents.size());
  for (const Xapian::docid document : documents) {
    assert(document < places.size());
    matches.documents.push_back({.document = document});
    places[document] = matches.documents.size();
  }
  matches.paragraphs.reserve(paragraphs.size());
  for (const Xapian::docid paragraph : paragraphs) {
    if (!columns.is_counted(paragraph)) continue;
    const std::size_t place = places[columns.document_of(paragraph)];
    if (place == 0) continue;
    ++matches.documents[place - 1].paragraphs;
    matches.paragraphs.push_back(paragraph);
  }
  return matches;
}

std::size_t Matches::paragraphs_of(Xapian::docid document) const {
  const auto one =
      std::lower_bound(documents.begin(), documents.end(), document,
                       [](const OfDocument& a, Xapian::docid b) { return a.document < b; });
  return one != documents.end() && one->document == document ? one->paragraphs : 0;
}

Matches find_matches(const Node& tree, const Index& index) {
  const query::PlanContext& db = index.databases;
  return join(query::found_by(plan(tree, query::Side::documents, db), db.documents),
              query::found_by(plan(tree, query::Side::paragraphs, db), db.paragraphs),
              index.columns);
}

}  // namespace undex::search
