// What is found is marked, whatever the operators: in the text of a passage and in its excerpt.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/searcher/sample_index.h"
#include "undex/search.h"

namespace undex {
namespace {

class MarkedPassages : public testing::Test {
 protected:
  /// Place and marked words of each passage: "17 [help desk] | 19 [service desk]".
  static std::string marked(const std::string& query, Syntax syntax = Syntax::undex,
                            const std::filesystem::path& archive = test::sample_archive()) {
    Request request;
    request.query = query;
    request.syntax = syntax;
    request.passages = 20;
    request.order = Order::symbol;
    std::string out;
    for (const Hit& hit : Searcher::open(archive).search(request).hits)
      for (const Passage& passage : hit.passages) {
        out += (out.empty() ? "" : " | ") + passage.locator;
        for (const Span& span : passage.snippet_matches)
          out += " [" + passage.snippet.substr(span.begin, span.end - span.begin) + "]";
      }
    return out;
  }
};

TEST_F(MarkedPassages, OfMaskedAndFuzzyWords) {
  EXPECT_EQ(marked("voluntee*"), "15 [volunteers]");
  EXPECT_EQ(marked("procesing OR ~procesing"), "annex, 1 [processing]");
  EXPECT_EQ(marked("volun?eers"), "15 [volunteers]");
}

TEST_F(MarkedPassages, OfWordsNearEachOther) {
  EXPECT_EQ(marked("mission NEAR/3 ring"), "17 [mission] [ring]");
  EXPECT_EQ(marked("mission ADJ/1 \"help desk\""), "18 (g) [mission Help Desk]");
  EXPECT_EQ(marked("e-mail NEAR/3 \"help desk\""), "17 [help desk] [e-mail]");
  EXPECT_EQ(marked("ring prox/unit=sentence mission", Syntax::cql), "17 [mission] [ring]");
  EXPECT_EQ(marked("para(e-mail ring)"), "17 [ring] [e-mail]");
}

TEST_F(MarkedPassages, OfFiguresAndNames) {
  EXPECT_EQ(marked("figure:1067"), "annex, 1 [1 067]");
  EXPECT_EQ(marked("figure>1900"), "19 [1,920]");
  EXPECT_EQ(marked("figure:933..1000"), "annex, 1 [933]");
  EXPECT_EQ(
      marked("cites:A/RES/57/295 year:2003"),
      "summary [General Assembly resolution 57/295] | 1 [its resolution 57/295] | 3 [Resolution "
      "57/295]");
  test::TemporaryFolder folder;
  const Document one = test::make_document(
      "E/2003/75", "2003-05-28", "Economic and Social Council", "Lamps",
      {{"1", "UNITAR taught the use of lamps."}, {"2", "Lamps were lent in Chad."}});
  test::make_sample_index(folder.path(), {one});
  EXPECT_EQ(marked("entity:UNITAR", Syntax::undex, folder.path()), "1 [UNITAR]");
  EXPECT_EQ(marked("state:Chad", Syntax::undex, folder.path()), "2 [Chad]");
  EXPECT_EQ(marked("state:Chad taught", Syntax::undex, folder.path()), "1 [taught] | 2 [Chad]");
}

TEST_F(MarkedPassages, OfADocumentThatIsNamedAreItsOpening) {
  EXPECT_EQ(marked("A/58/568"), "summary");
  EXPECT_EQ(marked("A/58/*"), "summary");
  EXPECT_EQ(marked("symbol:A/58/*"), "summary");
  EXPECT_EQ(marked("A/58/568#3"), "3");
}

TEST_F(MarkedPassages, OfSeriesAndConcepts) {
  EXPECT_EQ(marked("A/62/*"), "3 [A/62/793] [Corr.1]");
  EXPECT_EQ(marked("\"service desk\" work"), "19 [service desk] [work]");
}

}  // namespace
}  // namespace undex
