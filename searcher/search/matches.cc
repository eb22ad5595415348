#include "searcher/search/matches.h"

#include <cassert>
#include <utility>

namespace undex::search {
namespace {

Docids walk(const Xapian::Query& query, const Xapian::Database& db) {
  if (query.empty()) return {};
  Xapian::Enquire enquire(db);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  DocidSpy spy;
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 1, db.get_doccount());
  return std::move(spy.docids);
}

}  // namespace

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

Matches find_matches(const Node& tree, const Index& index) {
  const query::PlanContext& db = index.databases;
  return join(walk(plan(tree, query::Side::documents, db), db.documents),
              walk(plan(tree, query::Side::paragraphs, db), db.paragraphs), index.columns);
}

}  // namespace undex::search
