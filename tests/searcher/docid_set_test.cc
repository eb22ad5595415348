// What is found without the engine's matcher is what the engine finds.
#include "searcher/query/docid_set.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace undex::query {
namespace {

using Xapian::Query;

/// Document n holds "n2" where 2 divides n, and so on; its slot 0 holds n.
Xapian::WritableDatabase numbers() {
  Xapian::WritableDatabase db("", Xapian::DB_BACKEND_INMEMORY);
  for (unsigned n = 1; n <= 300; ++n) {
    Xapian::Document document;
    for (const unsigned divisor : {2U, 3U, 5U, 7U, 100U})
      if (n % divisor == 0) document.add_posting("n" + std::to_string(divisor), divisor);
    document.add_value(0, Xapian::sortable_serialise(n));
    db.add_document(document);
  }
  return db;
}

Docids of_engine(const Query& query, const Xapian::Database& db) {
  Xapian::Enquire enquire(db);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, db.get_doccount());
  Docids docids;
  for (auto it = found.begin(); it != found.end(); ++it) docids.push_back(*it);
  return docids;
}

TEST(DocidSets, HoldWhatTheEngineFinds) {
  const Xapian::WritableDatabase db = numbers();
  const Query two("n2"), three("n3"), five("n5"), hundred("n100"), none("n11");
  const Query above(Query::OP_VALUE_GE, 0, Xapian::sortable_serialise(50));
  const Query below(Query::OP_VALUE_LE, 0, Xapian::sortable_serialise(250));
  const std::string words[] = {"n2", "n3"};
  const Query phrase(Query::OP_PHRASE, words, words + 2, 2);
  const Query either(Query::OP_OR, three, phrase);
  const std::vector<Query> queries = {
      Query(),
      Query::MatchAll,
      Query::MatchNothing,
      two,
      none,
      phrase,
      Query(Query::OP_AND, two, three),
      Query(Query::OP_AND, two, none),
      Query(Query::OP_AND, hundred, three),
      Query(Query::OP_OR, five, three),
      Query(Query::OP_SYNONYM, two, five),
      Query(Query::OP_MAX, two, phrase),
      Query(Query::OP_AND_NOT, two, Query(Query::OP_OR, three, five)),
      Query(Query::OP_AND_NOT, Query::MatchAll, phrase),
      Query(Query::OP_AND_MAYBE, three, two),
      Query(Query::OP_FILTER, two, Query::MatchAll),
      Query(Query::OP_SCALE_WEIGHT, five, 0.0),
      Query(Query::OP_AND, above, phrase),
      Query(Query::OP_AND, above, Query(Query::OP_AND, below, two)),
      Query(Query::OP_AND, either, Query(Query::OP_OR, above, hundred)),
      Query(Query::OP_XOR, two, three)};
  for (const Query& query : queries) {
    const Docids expected = of_engine(query, db);
    const DocidSet found = find_all(query, db);
    EXPECT_EQ(found.docids(), expected) << query.get_description();
    EXPECT_EQ(found.size(), expected.size()) << query.get_description();
  }
}

TEST(DocidSets, LeaveOutWhatIsBeyondTheLast) {
  DocidSet set(3);
  set.add(3);
  set.add(1000);
  EXPECT_EQ(set.docids(), Docids{3});
  EXPECT_FALSE(set.contains(1000));
}

}  // namespace
}  // namespace undex::query
