// Words weighed by the lengths of the columns: as the engine weighs them.
#include "searcher/query/word_source.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "searcher/query/combine.h"
#include "searcher/query/expand.h"
#include "searcher/query/held.h"
#include "searcher/search/index.h"
#include "tests/searcher/sample_index.h"

namespace undex::query {
namespace {

using Xapian::Query;

class WordSourceTest : public testing::Test {
 protected:
  const Database& paragraphs() const { return index_.databases.paragraphs; }

  Query leaf(const char* term) { return weights_.leaf(term); }
  Query word(const std::vector<std::string>& terms) {
    return one_word({terms}, {terms.begin(), terms.end()}, weights_);
  }
  Query by_lengths(const Query& query) const {
    return with_lengths(query, paragraphs(), index_.columns, weights_);
  }

  std::vector<std::pair<Xapian::docid, double>> found(const Query& query) const {
    Xapian::Enquire enquire(paragraphs().engine());
    set_weights(enquire, weights_);
    enquire.set_query(query);
    const Xapian::MSet all = enquire.get_mset(0, paragraphs().get_doccount());
    std::vector<std::pair<Xapian::docid, double>> out;
    for (auto it = all.begin(); it != all.end(); ++it) out.emplace_back(*it, it.get_weight());
    return out;
  }

  const search::Index index_ = search::open_index(test::sample_archive());
  const Expansion expansion_{index_.databases};
  Weights& weights_ = expansion_.weights(Side::paragraphs);
};

TEST_F(WordSourceTest, FindsAndWeighsTheSameToTheLastBit) {
  const Query desk = leaf("desk");
  const Query mission = word({"mission", "missions", "nowhere"});
  const Query phrase(Query::OP_PHRASE, leaf("help"), desk);
  const Query queries[] = {desk,
                           mission,
                           leaf("nowhere"),
                           Query(Query::OP_AND, mission, desk),
                           Query(Query::OP_OR, desk, Query(Query::OP_OR, mission, leaf("the"))),
                           Query(Query::OP_AND_NOT, mission, desk),
                           Query(Query::OP_AND_MAYBE, leaf("the"), desk),
                           Query(Query::OP_FILTER, mission, desk),
                           Query(Query::OP_OR, phrase, mission),
                           weighing_times(mission, 2),
                           Query(Query::OP_OR, desk, without_weight(mission)),
                           word({"desk", "the", "of", "missions", "mission", "service", "help",
                                 "every", "answers", "may"})};
  for (const Query& query : queries)
    EXPECT_EQ(found(by_lengths(query)), found(query)) << query.get_description();
  EXPECT_GT(found(mission).size(), found(desk).size());
}

TEST_F(WordSourceTest, TakesWordsAndLeavesWhatIsWeighedOtherwiseToTheEngine) {
  const Query mission = word({"mission", "missions"});
  for (const Query& taken : {leaf("desk"), mission})
    EXPECT_EQ(by_lengths(taken).get_type(), Query::LEAF_POSTING_SOURCE) << taken.get_description();
  for (const Query& left :
       {weighing_times(mission, 2), without_weight(mission), Query(Query::MatchAll),
        Query(Query::OP_PHRASE, leaf("help"), leaf("desk"))})
    EXPECT_EQ(by_lengths(left).get_type(), left.get_type()) << left.get_description();
}

TEST_F(WordSourceTest, LengthsAreThoseOfTheEngine) {
  for (Xapian::docid one = 1; one <= paragraphs().get_lastdocid(); ++one)
    EXPECT_EQ(index_.columns.length_of(one), paragraphs().engine().get_doclength(one)) << one;
}

}  // namespace
}  // namespace undex::query
