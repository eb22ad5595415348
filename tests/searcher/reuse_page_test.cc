// Lives of a wording and the history of a clause as they are shown.
#include "searcher/render/reuse_page.h"

#include <gtest/gtest.h>

#include "searcher/render/clause_history.h"
#include "undex/error.h"

namespace undex {
namespace {

TEST(Lives, AreEarlierOrLaterAsFarAsTheDatesAreKnown) {
  const std::vector<std::array<std::string_view, 3>> rows = {
      {"2003-05-28", "2009-03-16", "earlier"},
      {"2009-03-17", "2009-03-16", "later"},
      {"2009-03-16", "2009-03-16", "same date"},
      {"2009", "2009-03-16", "same date"},
      {"2008", "2009-03-16", "earlier"},
      {"2009-04", "2009-03-16", "later"},
      {"", "2009-03-16", "undated"},
      {"2009", "", "undated"},
  };
  for (const auto& [date, other, life] : rows) EXPECT_EQ(life_of(date, other), life) << date;
}

ReusedWording use_of(const std::string& name, const std::string& date, const std::string& text,
                     std::vector<Span> shared, std::vector<Span> there, double kept = 0.5) {
  ReusedWording use;
  use.key = name;
  use.name = name;
  use.title = "=Ducks";
  use.locator = "1";
  use.pinpoint = "para. 1";
  use.date = date;
  use.language = "en";
  use.text = text;
  use.shared = std::move(shared);
  use.shared_there = std::move(there);
  use.shared_words = 3;
  use.kept = kept;
  return use;
}

ReusePage sample_page() {
  ReusePage page;
  page.document = {.key = "k",
                   .name = "A/2/1",
                   .title = "Geese",
                   .date = "2002-01-01",
                   .language = "en",
                   .paragraphs = {{"1", "para. 1", "Feed the old ducks at noon."}, {}}};
  ReuseResult lives;
  lives.wordings = {
      use_of("A/3/1", "2003-01-01", "They feed the\nold \x1b[2Jducks now.", {{5, 17}}, {{0, 12}}),
      use_of("A/1/1", "2001-01-01", "Feed the old ducks at noon.", {{0, 26}}, {{0, 26}}, 1)};
  lives.wordings[1].identical = true;
  lives.paragraphs = 412;
  lives.documents = 398;
  lives.all = false;
  add_lives(page, page.document.paragraphs.front(), lives);
  add_lives(page, page.document.paragraphs.back(), {});
  return page;
}

TEST(Lives, AreShownInOrderOfDateWithWhatIsShared) {
  EXPECT_EQ(render_reuse(sample_page(), "text", {}),
            "A/2/1  Geese   1 January 2002\n"
            "1 of 2 paragraphs shares wording with other documents held in this language\n"
            "\n"
            "para. 1   in more than 412 paragraphs of 398 documents; the nearest 2\n"
            "  earlier    1 January 2001   A/1/1, para. 1   the same words\n"
            "  later      1 January 2003   A/3/1, para. 1   50 % kept, 3 words\n"
            "               ... **feed the old** ...\n");
}

TEST(Lives, EndBehindAWordAndMarkWhatStandsTogetherAsOne) {
  std::string text = "Feed the old";
  for (int at = 0; at < 60; ++at) text += " abcdefghij";
  ReusePage page = sample_page();
  page.paragraphs.resize(1);
  page.paragraphs[0].lives.wordings = {
      use_of("A/3/1", "2003-01-01", text, {{0, 8}, {9, text.size()}}, {{0, 8}, {20, 700}})};
  const std::string shown = render_reuse(page, "text", {});
  EXPECT_NE(shown.find("**Feed the old"), std::string::npos);
  EXPECT_NE(shown.find("abcdefghij** ...\n"), std::string::npos);
}

TEST(Lives, AsCellsAreNoFormulas) {
  EXPECT_EQ(render_reuse(sample_page(), "csv", {}).substr(0, 175),
            "place,life,date,found,kept,shared_words,identical,language,title,text\r\n"
            "A/2/1#1,earlier,2001-01-01,A/1/1#1,1.0,3,identical,en,'=Ducks,Feed the old ducks at "
            "noon.\r\n"
            "A/2/1#1,later");
  EXPECT_EQ(render_reuse(sample_page(), "tsv", {}).substr(0, 39),
            "A/2/1#1\tearlier\t2001-01-01\tA/1/1#1\t1.0\t");
  EXPECT_THROW(render_reuse(sample_page(), "xml", {}), Error);
}

TEST(Lives, AsJsonSayTheirOrderAndHowManyThereAre) {
  const std::string json = render_reuse(sample_page(), "json", {});
  for (const char* part : {"\"format_version\": 1", "\"life\": \"earlier\"", "\"kept\": 0.5",
                           "\"found_paragraphs\": 412", "\"found_all\": false"})
    EXPECT_NE(json.find(part), std::string::npos) << part;
  EXPECT_EQ(json.find('\x1b'), std::string::npos);
}

ClauseHistory sample_history() {
  const std::string clause = "feed the old ducks at noon";
  ReuseResult found;
  found.wordings = {
      use_of("A/9/1", "2009-05-05", "Now feed the old ducks well at noon, all.",
             {{4, 22}, {28, 35}}, {{0, 18}, {19, 26}}, 1),
      use_of("A/1/1", "2001-01-01", "Feed the old ducks, at noon!", {{0, 27}}, {{0, 26}}, 1),
      use_of("A/8/1", "", "Feed the old ducks at noon", {{0, 26}}, {{0, 26}}, 1),
      use_of("A/4/1", "2004-03-03", "feed the old hens", {{0, 12}}, {{0, 12}}, 0.5)};
  found.paragraphs = 4;
  found.documents = 4;
  return clause_history(clause, std::move(found), {{"2001", 3}, {"2004", 1}, {"2006", 2}});
}

TEST(ClauseHistory, TellsYearsWithoutItFromYearsWithoutDocuments) {
  EXPECT_EQ(render_history(sample_history(), "text", {}),
            "4 paragraphs in 4 documents, 3 wordings\n"
            "first  A/1/1, para. 1 (1 January 2001)\n"
            "last   A/9/1, para. 1 (5 May 2009)\n"
            "\n"
            "year       held  documents  paragraphs\n"
            "2001          3          1           1\n"
            "2002-2003     0          .           .  no document held - not a silence\n"
            "2004          1          1           1\n"
            "2005          0          .           .  no document held - not a silence\n"
            "2006          2          .           .  not in what is held\n"
            "2007-2008     0          .           .  no document held - not a silence\n"
            "2009          0          1           1\n"
            "without a date: 1 paragraph\n"
            "\n"
            "2001  as asked\n"
            "        A/1/1, para. 1 (1 January 2001); A/8/1, para. 1 (no date)\n"
            "2004  feed the old [-ducks at noon-]   50 %\n"
            "        A/4/1, para. 1 (3 March 2004)\n"
            "2009  feed the old ducks {+well+} at noon   100 %\n"
            "        A/9/1, para. 1 (5 May 2009)\n");
}

TEST(ClauseHistory, AsCellsNumbersTheWordings) {
  EXPECT_EQ(render_history(sample_history(), "tsv", {}),
            "A/1/1#1\t2001-01-01\t1\t1.0\ten\tfeed the old ducks at noon\n"
            "A/4/1#1\t2004-03-03\t2\t0.5\ten\tfeed the old [-ducks at noon-]\n"
            "A/9/1#1\t2009-05-05\t3\t1.0\ten\tfeed the old ducks {+well+} at noon\n"
            "A/8/1#1\t\t1\t1.0\ten\tfeed the old ducks at noon\n");
}

}  // namespace
}  // namespace undex
