// Checks of citations, against documents that the test holds.
#include "indexer/understand/references/checks.h"

#include <gtest/gtest.h>

#include "corpus/citation/against_held.h"
#include "indexer/understand/understand.h"
#include "tests/indexer/understand/understood.h"

namespace undex {
namespace {

std::string dump(const std::vector<Notice>& notices) {
  std::string out;
  for (const Notice& notice : notices)
    out += notice.code + " " + notice.locator.text() + ": " + notice.text + "\n";
  return out;
}

std::string ages_of(std::string_view date, std::string_view lines) {
  Document document = test::document_of("A/58/900", lines);
  document.masthead.add(MastheadItem::date, {"", std::string(date), ""});
  understand(document);
  std::vector<Notice> ages;
  for (const Notice& notice : document.notices)
    if (notice.code.starts_with("cites-")) ages.push_back(notice);
  return dump(ages);
}

TEST(CitesYounger, ByTheDatePrintedOrTheSymbol) {
  EXPECT_EQ(ages_of("2003-05-28", "1. See A/57/38 of 29 May 2003."),
            "cites-younger 1: cites A/57/38 of 29 May 2003, after its own date, 28 May 2003\n");
  EXPECT_EQ(ages_of("2003-05-28", "1. See A/57/38 of June 2003."),
            "cites-younger 1: cites A/57/38 of June 2003, after its own date, 28 May 2003\n");
  EXPECT_EQ(ages_of("2003-05-28", "1. See E/2004/75 and resolution 61/16."),
            "cites-younger 1: cites E/2004/75, a symbol of 2004, after its own date, 28 May 2003\n"
            "cites-younger 1: cites A/RES/61/16, a symbol of 2006, after its own date, 28 May "
            "2003\n");
}

TEST(CitesYounger, IsSilentWhereNothingSaysSo) {
  for (const std::string_view line :
       {"1. See A/57/38 of 28 May 2003.", "1. See A/57/38 of May 2003.", "1. See A/58/38.",
        "1. See A/AC.292/2003/1.", "1. See A/HRC/RES/77/1.", "1. See resolution 1373 (2001).",
        "1. See A/CONF.199/20."})
    EXPECT_EQ(ages_of("2003-05-28", line), "") << line;
  EXPECT_EQ(ages_of("2003-11-28", "1. See E/2004/1."), "") << "the next session's papers are out";
  EXPECT_EQ(ages_of("2003", "1. See A/57/38 of 29 May 2003."), "");
  EXPECT_EQ(ages_of("", "1. See A/99/38 of 29 May 2043."), "");
}

class HeldDocument : public testing::Test {
 protected:
  Document held = test::document_of(
      "A/57/38",
      "1. The house was built on a hill by people who came from afar.\n2. It has many rooms.");

  std::string against(std::string_view lines) const {
    Document document = test::document_of("A/58/900", lines);
    understand(document);
    return dump(check_against_held(document, [&](const Symbol& symbol) {
      return symbol.names(held.symbol) ? &held : nullptr;
    }));
  }
};

TEST_F(HeldDocument, HasNoParagraphBehindItsLast) {
  EXPECT_EQ(against("1. See A/57/38, paras. 2 and 3."),
            "cites-beyond 1: cites A/57/38, para. 3; the last paragraph is 2\n");
  EXPECT_EQ(against("1. See A/57/38, para. 2, A/57/39, para. 9, and A/57/38, annex, para. 9."), "");
}

TEST_F(HeldDocument, IsQuotedWordByWord) {
  EXPECT_EQ(against("1. It says \"built on a hill by people who ... afar\" (A/57/38, para. 1)."),
            "");
  EXPECT_EQ(against("1. It says \"[The house] was Built on a hill, by people\" (A/57/38)."), "");
  EXPECT_EQ(
      against("1. It says \"built on a hill by those who came from afar\" (A/57/38, para. 1)."),
      "cites-misquoted 1: quotation of A/57/38: behind \"built on a hill by\" it says \"those "
      "who came from afar\", the document held \"people who came from afar\"\n");
  EXPECT_EQ(against("1. It says \"built on a hill by people who came\" (A/57/38, para. 2)."),
            "cites-misquoted 1: quotation of A/57/38: its words stand there, but not in para. 2\n");
  EXPECT_EQ(against("1. It says \"a tower of seven floors stands here\" (A/57/38)."),
            "cites-misquoted 1: quotation of A/57/38: the words \"a tower of seven floors stands\" "
            "do not stand there\n");
}

TEST_F(HeldDocument, IsReadAnewForEachPlaceThatIsQuoted) {
  EXPECT_EQ(against("1. It says \"built on a hill by people who came\" (A/57/38, para. 1).\n"
                    "2. It says \"built on a hill by people who came\" (A/57/38, para. 2).\n"
                    "3. It says \"built on a hill by people who came\" (A/57/38, para. 1).\n"
                    "4. It says \"built on a hill by people who came\" (A/57/38)."),
            "cites-misquoted 2: quotation of A/57/38: its words stand there, but not in para. 2\n");
}

TEST_F(HeldDocument, IsNotComparedWhenAbridgedOrInAnotherLanguage) {
  const std::string line = "1. It says \"a tower of seven floors stands here\" (A/57/38, para. 9).";
  EXPECT_NE(against(line), "");
  held.masthead.add(MastheadItem::language, {"", "fr", ""});
  EXPECT_EQ(against(line), "");
  held.masthead = {};
  held.masthead.add(MastheadItem::abridged, {"", "true", ""});
  EXPECT_EQ(against(line), "");
}

}  // namespace
}  // namespace undex
