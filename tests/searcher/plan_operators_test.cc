// What the plan of a query may be made of, whatever is asked: Xapian 1.4.22 reads freed memory
// where an OR of OP_MAX has few hits, and weights that nobody wrote where an OP_AND_MAYBE is
// excluded, so no plan may hold them.
#include <gtest/gtest.h>
#include <xapian.h>

#include <random>
#include <string>
#include <vector>

#include "searcher/query/meaning.h"
#include "searcher/query/plan.h"
#include "searcher/search/index.h"
#include "tests/searcher/sample_index.h"
#include "undex/search.h"

namespace undex::query {
namespace {

const std::vector<std::string> kLeaves = {"ICT",
                                          "desk",
                                          "help",
                                          "volunteers",
                                          "zzzz",
                                          "=desk",
                                          "\"help desk\"",
                                          "=\"service desk\"",
                                          "missio*",
                                          "vol*",
                                          "~mision",
                                          "1,067",
                                          "IT",
                                          "UNITAR",
                                          "\u0418\u041a\u0422",
                                          "A/RES/57/295",
                                          "E/2003/75",
                                          "A/58/*",
                                          "A/55/75-E/2000/55",
                                          "year:2003",
                                          "year:2002..2009",
                                          "figure>1000",
                                          "organ:ECOSOC",
                                          "cites:A/RES/57/295",
                                          "title:inform*",
                                          "like:E/2003/75",
                                          "state:Norway",
                                          "para(mission desk)",
                                          "mission NEAR/5 desk",
                                          "volunteers -((mission NEAR/5 desk) calls)",
                                          "entity:UNITAR"};

class Asker {
 public:
  std::string query(int depth) {
    const std::size_t sort = depth == 0 ? 9 : random_() % 6;
    if (sort >= 4) return kLeaves[random_() % kLeaves.size()];
    constexpr const char* kSigns[] = {" AND ", " OR ", " NOT ", " "};
    const std::string left = query(depth - 1);
    return "(" + left + kSigns[sort] + query(depth - 1) + ")";
  }

 private:
  std::mt19937 random_{7};
};

bool holds(const Xapian::Query& query, Xapian::Query::op op) {
  if (query.get_type() == op) return true;
  for (std::size_t at = 0; at < query.get_num_subqueries(); ++at)
    if (holds(query.get_subquery(at), op)) return true;
  return false;
}

/// Below a NOT, whose weights Xapian does not set up.
bool excludes_by_weight(const Xapian::Query& query) {
  const bool is_not = query.get_type() == Xapian::Query::OP_AND_NOT;
  for (std::size_t at = 0; at < query.get_num_subqueries(); ++at) {
    const Xapian::Query part = query.get_subquery(at);
    if (excludes_by_weight(part)) return true;
    if (is_not && at > 0 && holds(part, Xapian::Query::OP_AND_MAYBE)) return true;
  }
  return false;
}

TEST(PlanOperators, AreNeverTheMaximumNorWeighWhatIsExcluded) {
  const search::Index index = search::open_index(test::sample_archive());
  const Expansion expansion(index.databases);
  std::vector<std::string> queries = kLeaves;
  for (Asker asker; queries.size() < 400;) queries.push_back(asker.query(4));
  for (const std::string& query : queries) {
    const Node tree = with_meaning(parse_query(query), query);
    for (const Xapian::Query& planned :
         {plan(tree, Side::documents, expansion), plan(tree, Side::paragraphs, expansion),
          plan_any(tree, expansion), plan_fields(tree, expansion)}) {
      EXPECT_FALSE(holds(planned, Xapian::Query::OP_MAX)) << query;
      EXPECT_FALSE(excludes_by_weight(planned)) << query << ": " << planned.get_description();
    }
  }
}

TEST(PlanOperators, AreAnsweredWhateverTheyJoin) {
  const Searcher searcher = Searcher::open(test::sample_archive());
  Asker asker;
  for (int round = 0; round < 200; ++round) {
    Request request{.query = asker.query(4), .facets = {"year", "organ"}};
    if (round % 2 == 0) request.unit = Unit::paragraph;
    request.limit = static_cast<std::size_t>(1 + round % 3);  // fewer than are found, or more
    const Result result = searcher.search(request);
    EXPECT_LE(result.hits.size(), request.limit) << request.query;
    const bool of_paragraphs = request.unit == Unit::paragraph;
    EXPECT_EQ(result.hits.empty(), (of_paragraphs ? result.paragraphs : result.documents) == 0)
        << request.query;
  }
}

}  // namespace
}  // namespace undex::query
