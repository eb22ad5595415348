// Facets of what paragraphs name: counted by paragraph, not by document.
#include <gtest/gtest.h>

#include "tests/searcher/sample_index.h"
#include "undex/search.h"

namespace undex {
namespace {

class FacetsOfMarks : public testing::Test {
 protected:
  void SetUp() override {
    Document one =
        test::make_document("E/2003/75", "2003-05-28", "Economic and Social Council", "Lamps",
                            {{"1", "UNITAR taught the use of lamps."},
                             {"2", "Lamps were lent in Chad."},
                             {"3", "UNITAR and Chad wrote of 1 067 lamps."}});
    Document two = test::make_document("E/2009/21", "2009-03-16", "Economic and Social Council",
                                       "Lamps again", {{"1", "Chad lent lamps."}});
    test::make_sample_index(folder_.path(), {one, two});
  }

  std::string counts(const std::string& field, const std::string& query) {
    std::string out;
    for (const FacetCount& count : Searcher::open(folder_.path()).facet(field, query).values)
      out += (out.empty() ? "" : ", ") + count.value + " " + std::to_string(count.paragraphs) +
             " in " + std::to_string(count.documents);
    return out;
  }

  std::string found(const std::string& query) {
    Request request;
    request.query = query;
    const Result result = Searcher::open(folder_.path()).search(request);
    return std::to_string(result.paragraphs) + " in " + std::to_string(result.documents);
  }

  test::TemporaryFolder folder_;
};

TEST_F(FacetsOfMarks, CountTheParagraphsThatNameTheValue) {
  EXPECT_EQ(counts("state", ""), "Chad 3 in 2");
  EXPECT_EQ(counts("entity", ""), "United Nations Institute for Training and Research 2 in 1");
  EXPECT_EQ(counts("state", "wrote"), "Chad 1 in 1");
  EXPECT_EQ(counts("state", "taught"), "Chad 0 in 1");
  EXPECT_EQ(counts("state", "lamps NOT wrote"), "Chad 1 in 1");
}

TEST_F(FacetsOfMarks, FindTheParagraphsThatNameTheValue) {
  EXPECT_EQ(found("state:Chad"), "3 in 2");
  EXPECT_EQ(found("entity:UNITAR"), "2 in 1");
  EXPECT_EQ(found("entity:UNITAR state:Chad"), "1 in 1");
  EXPECT_EQ(found("year:2003 state:Chad"), "2 in 1");
}

}  // namespace
}  // namespace undex
