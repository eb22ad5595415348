#include "searcher/serve/page/texts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "corpus/authority.h"
#include "corpus/figure/compare.h"
#include "corpus/marks.h"
#include "corpus/strings.h"
#include "corpus/work.h"
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

template <typename Kind>
void expect_words(std::initializer_list<Kind> kinds) {
  for (const Kind kind : kinds) {
    EXPECT_EQ(Texts("en").word(name_of(kind)), name_of(kind));
    EXPECT_NE(Texts("fr").word(name_of(kind)), "") << name_of(kind);
  }
}

TEST(Texts, HaveTheWordsOfClosedLists) {
  expect_words({Relation::cites, Relation::mandated_by, Relation::recalls, Relation::takes_note,
                Relation::corrects, Relation::supersedes, Relation::agenda});
  expect_words({InitiativeStatus::planned, InitiativeStatus::pilot, InitiativeStatus::running,
                InitiativeStatus::replaced, InitiativeStatus::ended});
  expect_words({Comparability::comparable, Comparability::with_care, Comparability::partly,
                Comparability::not_comparable});
  expect_words({Name::Kind::organ, Name::Kind::office, Name::Kind::body, Name::Kind::initiative,
                Name::Kind::state, Name::Kind::organization, Name::Kind::role});
  expect_words({NameChange::Kind::merged_into, NameChange::Kind::part_transferred_to,
                NameChange::Kind::renamed, NameChange::Kind::replaced_by,
                NameChange::Kind::term_changed});
  for (const char* symbol :
       {"A/58/568/Corr.1", "A/58/568/Add.1", "A/58/568/Rev.1", "A/58/568/Amend.1"}) {
    const WorkRelation relation = work_relation(*parse_symbol(symbol)).value();
    EXPECT_NE(Texts("fr").word(relation.name), "") << symbol;
    EXPECT_NE(Texts("fr").word(relation.inverse), "") << symbol;
  }
  EXPECT_EQ(Texts("fr").word("no such word"), "");
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
