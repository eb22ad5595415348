#include "searcher/serve/page/texts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "corpus/strings.h"
#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

TEST(Texts, StandInEveryLanguageOnce) {
  std::istringstream lines(
      undex::test::read_file(undex::test::source_path("searcher/serve/page/texts.tsv")));
  std::string line;
  std::set<std::string> ids;
  while (std::getline(lines, line)) {
    const std::vector<std::string_view> cells = split(line, '\t');
    ASSERT_EQ(cells.size(), 3u) << line;
    EXPECT_TRUE(ids.insert(std::string(cells[0])).second) << "twice: " << line;
    EXPECT_FALSE(cells[1].empty() || cells[2].empty()) << line;
    const auto forms = [](std::string_view cell) { return std::ranges::count(cell, '|'); };
    EXPECT_EQ(forms(cells[1]), forms(cells[2])) << line;
    EXPECT_LE(forms(cells[1]), 1) << line;
    for (const char* place : {"{0}", "{1}", "{2}"})
      EXPECT_EQ(cells[1].find(place) == std::string_view::npos,
                cells[2].find(place) == std::string_view::npos)
          << line;
  }
}

TEST(Texts, SayOneOfOneAndMoreOfMore) {
  const Texts english("en"), french("fr");
  EXPECT_EQ(english.counted("documents-counted", 0), "0 documents");
  EXPECT_EQ(english.counted("documents-counted", 1), "1 document");
  EXPECT_EQ(english.counted("documents-counted", 1200), "1,200 documents");
  EXPECT_EQ(french.counted("paragraphs-counted", 0), "0 paragraphe");
  EXPECT_EQ(french.counted("paragraphs-counted", 2), "2 paragraphes");
  EXPECT_EQ(english.counted("lives", 1, {"2 documents"}),
            "1 paragraph in 2 documents shares its wording");
}

TEST(Texts, TakeTheReadersLanguage) {
  EXPECT_EQ(
      texts_for(test::get("/", {{"accept-language", "fr-CH, fr;q=0.9, en;q=0.8"}})).language(),
      "fr");
  EXPECT_EQ(texts_for(test::get("/", {{"accept-language", "de, en"}})).language(), "en");
  EXPECT_EQ(texts_for(test::get("/?hl=fr", {{"accept-language", "en"}})).language(), "fr");
  EXPECT_EQ(texts_for(test::get("/?hl=xx")).language(), "en");
}

TEST(Texts, WriteNumbersAndDatesAsTheLanguageDoes) {
  EXPECT_EQ(Texts("en").number(1234567), "1,234,567");
  EXPECT_EQ(Texts("fr").number(1234), "1\u202f234");
  EXPECT_EQ(Texts("en").number(12), "12");
  EXPECT_EQ(Texts("fr").date("2003-05-01"), "1er mai 2003");
  EXPECT_EQ(Texts("fr").date("2003-05"), "mai 2003");
  EXPECT_EQ(Texts("en").date("2003-05-28"), "28 May 2003");
}

}  // namespace
}  // namespace undex::serve
