// What the best paragraphs of a document add to its weight.
#include "searcher/search/ranking.h"

#include <gtest/gtest.h>

#include "searcher/search/index.h"
#include "tests/searcher/sample_index.h"

namespace undex::search {
namespace {

TEST(Ranking, TheTwoBestParagraphsOfADocumentCountAndNoMore) {
  const Index index = open_index(test::sample_archive());
  ASSERT_EQ(index.columns.document_of(1), index.columns.document_of(3));
  const Ranking half{.name = "half", .best_paragraph = 0.5, .next_paragraph = 0.25};
  const BestParagraphs best{{1, 8.0}, {2, 4.0}, {3, 4.0}};
  Xapian::Enquire enquire(index.databases.documents);
  enquire.set_query(with_best_paragraphs(Xapian::Query::MatchAll, best, index, half));
  const Xapian::MSet found = enquire.get_mset(0, 2);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(*found[0], index.columns.document_of(1));
  EXPECT_DOUBLE_EQ(found[0].get_weight(), 5);
  EXPECT_DOUBLE_EQ(found[1].get_weight(), 0);
}

}  // namespace
}  // namespace undex::search
