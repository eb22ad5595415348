// What the best paragraphs of a document add to its weight, and what rows that are tried add.
#include "searcher/search/ranking.h"

#include <gtest/gtest.h>

#include <map>

#include "searcher/query/expand.h"
#include "searcher/search/index.h"
#include "tests/searcher/sample_index.h"

namespace undex::search {
namespace {

class RankingTest : public testing::Test {
 protected:
  /// Weights by docid.
  std::map<Xapian::docid, double> found(const Xapian::Query& query, const BestParagraphs& best,
                                        const Ranking& ranking) {
    Xapian::Enquire enquire(index_.databases.documents.engine());
    set_weights(enquire, weights_);
    enquire.set_query(ranked(query, best, index_, weights_, ranking));
    const Xapian::MSet all = enquire.get_mset(0, index_.databases.documents.get_doccount());
    std::map<Xapian::docid, double> out;
    for (auto it = all.begin(); it != all.end(); ++it) out.emplace(*it, it.get_weight());
    return out;
  }

  const Index index_ = open_index(test::sample_archive());
  const query::Expansion expansion_{index_.databases};
  query::Weights& weights_ = expansion_.weights(query::Side::documents);
};

TEST_F(RankingTest, TheTwoBestParagraphsOfADocumentCountAndNoMore) {
  const std::uint32_t document = index_.columns.document_of(1);
  ASSERT_EQ(document, index_.columns.document_of(3));
  const Ranking half{.name = "half", .best_paragraph = 0.5, .next_paragraph = 0.25};
  for (const auto& [docid, weight] :
       found(Xapian::Query::MatchAll, {{1, 8.0}, {2, 4.0}, {3, 4.0}}, half))
    EXPECT_DOUBLE_EQ(weight, docid == document ? 5 : 0) << docid;
}

TEST_F(RankingTest, ANeighbourThatAnswersTooRaisesAParagraph) {
  const std::uint32_t document = index_.columns.document_of(2);
  for (const Xapian::docid one : {2U, 3U, 4U}) {
    ASSERT_EQ(index_.columns.document_of(one), document);
    ASSERT_TRUE(index_.columns.is_counted(one));
  }
  const Ranking row{.name = "row", .best_paragraph = 1, .neighbour = 0.5};
  EXPECT_DOUBLE_EQ(found(Xapian::Query::MatchAll, {{3, 8.0}, {2, 4.0}}, row)[document], 10);
  EXPECT_DOUBLE_EQ(found(Xapian::Query::MatchAll, {{4, 8.0}, {2, 4.0}}, row)[document], 8);
  const Xapian::docid behind = 5 + static_cast<Xapian::docid>(index_.columns.paragraphs_end());
  EXPECT_DOUBLE_EQ(found(Xapian::Query::MatchAll, {{4, 8.0}, {behind, 4.0}}, row)[document], 8);
}

TEST_F(RankingTest, FeedbackFindsTheSameAndRaisesWhatIsLikeTheFirst) {
  const Xapian::Query desk = weights_.leaf("desk");
  const auto plain = found(desk, {}, {.name = "plain"});
  const auto told = found(desk, {}, {.name = "told", .feedback = {1, 5, 0.5}});
  ASSERT_EQ(plain.size(), 2U);
  ASSERT_EQ(told.size(), 2U);
  for (const auto& [docid, weight] : plain) EXPECT_GE(told.at(docid), weight) << docid;
  EXPECT_GT(told.begin()->second + told.rbegin()->second,
            plain.begin()->second + plain.rbegin()->second);
}

}  // namespace
}  // namespace undex::search
