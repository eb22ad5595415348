#include <gtest/gtest.h>

#include "tests/indexer/structure/lines.h"

namespace undex {
namespace {

using test::notice_codes;
using test::outline;
using test::read;

TEST(Body, ReadsSectionsParagraphsAndPointsToAnyDepth) {
  EXPECT_EQ(outline(read("I.\tIntroduction\n\n"
                         "1.\tThe Council met twice.\n"
                         "2.\tIt asked for:\n"
                         "\t(a)\tMachines;\n"
                         "\t(b)\tPeople, namely:\n"
                         "\t(i)\tClerks;\n"
                         "\t(ii)\tTeachers;\n"
                         "\t(c)\tRooms.\n"
                         "A.\tRooms\n\n"
                         "3.\tThere were none.\n")),
            "heading <sect. I> I. | Introduction\n"
            "paragraph <1> 1. | The Council met twice.\n"
            "paragraph <2> 2. | It asked for:\n"
            "subparagraph <2 (a)> (a) | Machines;\n"
            "subparagraph <2 (b)> (b) | People, namely:\n"
            "subparagraph <2 (b) (i)> (i) | Clerks;\n"
            "subparagraph <2 (b) (ii)> (ii) | Teachers;\n"
            "subparagraph <2 (c)> (c) | Rooms.\n"
            "heading <sect. I.A> A. | Rooms\n"
            "paragraph <3> 3. | There were none.\n");
}

TEST(Body, KnowsNumberedTitlesBetweenParagraphsThatGoOn) {
  EXPECT_EQ(outline(read("1.\tThe Council met twice.\n\n"
                         "2.\tIt asked for lamps.\n\n"
                         "1.\tLamps for all rooms\n\n"
                         "3.\tLamps were bought.\n\n"
                         "1.1\tTall lamps\n\n"
                         "4.\tSome were tall.\n\n"
                         "2.\tChairs\n\n"
                         "5.\tThere were none.\n\n"
                         "1.\tThe count begins again.\n\n"
                         "2.\tIt ends.\n")),
            "paragraph <1> 1. | The Council met twice.\n"
            "paragraph <2> 2. | It asked for lamps.\n"
            "heading <sect. 1> 1. | Lamps for all rooms\n"
            "paragraph <3> 3. | Lamps were bought.\n"
            "heading <sect. 1.1> 1.1 | Tall lamps\n"
            "paragraph <4> 4. | Some were tall.\n"
            "heading <sect. 2> 2. | Chairs\n"
            "paragraph <5> 5. | There were none.\n"
            "paragraph <1> 1. | The count begins again.\n"
            "paragraph <2> 2. | It ends.\n");
}

TEST(Body, LeavesListsOfNumbersInTheirParagraph) {
  EXPECT_EQ(outline(read("1.\tThe Council met.\n\n"
                         "2.\tIt asked for:\n\n"
                         "1.\tTall lamps\n\n"
                         "2.\tChairs\n\n"
                         "3.\tThere were none.\n")),
            "paragraph <1> 1. | The Council met.\n"
            "paragraph <2> 2. | It asked for:\n"
            "subparagraph <2 (1)> 1. | Tall lamps\n"
            "subparagraph <2 (2)> 2. | Chairs\n"
            "paragraph <3> 3. | There were none.\n");
}

TEST(Body, KnowsTheLetterIFromTheNumeralI) {
  std::string text = "1.\tThe following were heard:\n";
  for (const char letter : std::string("abcdefghij"))
    text += std::string("\t(") + letter + ")\tWitness;\n";
  const std::string read_text = outline(read(text));
  EXPECT_NE(read_text.find("<1 (i)> (i)"), std::string::npos) << read_text;
  EXPECT_NE(read_text.find("<1 (j)> (j)"), std::string::npos) << read_text;
}

TEST(Body, ReadsAResolution) {
  EXPECT_EQ(outline(read("United Nations\nA/RES/91/7\n\n"
                         "Resolution adopted by the General Assembly on 3 May 2036\n\n"
                         "91/7.\tLamps for reading rooms\n\n"
                         "The General Assembly,\n\n"
                         "Recalling its resolution 90/4 of 1 May 2035,\n\n"
                         "Noting with concern the dark,\n\n"
                         "1.\tDecides to buy lamps;\n\n"
                         "2.\tRequests the Secretary-General:\n\n"
                         "(a)\tTo light them;\n\n"
                         "(b)\tTo report on them.\n\n"
                         "12th plenary meeting\n3 May 2036\n\n"
                         "Annex\n\nRules for lamps\n\n"
                         "1.\tA lamp shall be lit.\n")),
            "formula <> | The General Assembly,\n"
            "preambular <pp. 1> | Recalling its resolution 90/4 of 1 May 2035,\n"
            "preambular <pp. 2> | Noting with concern the dark,\n"
            "paragraph <1> 1. | Decides to buy lamps;\n"
            "paragraph <2> 2. | Requests the Secretary-General:\n"
            "subparagraph <2 (a)> (a) | To light them;\n"
            "subparagraph <2 (b)> (b) | To report on them.\n"
            "formula <> | 12th plenary meeting\n"
            "formula <> | 3 May 2036\n"
            "annex_title <annex> Annex | Rules for lamps\n"
            "paragraph <annex, 1> 1. | A lamp shall be lit.\n");
}

TEST(Body, TellsAnOperativeParagraphWithoutNumber) {
  EXPECT_EQ(outline(read("The Security Council,\n\nRecalling its earlier words,\n\n"
                         "Decides to remain seized of the matter.\n")),
            "formula <> | The Security Council,\n"
            "preambular <pp. 1> | Recalling its earlier words,\n"
            "unnumbered <[1]> | Decides to remain seized of the matter.\n");
}

TEST(Body, GoesOnAfterPointsAndQuotations) {
  EXPECT_EQ(outline(read("1.\tThe rule reads:\n\n"
                         "“No lamp shall smoke.”\n\n"
                         "That rule is old.\n\n"
                         "2.\tIt has two parts:\n\n(a)\tLamps;\n\n(b)\tSmoke.\n\n"
                         "Both are known.\n\n"
                         "3.\tNothing else was said.\n")),
            "paragraph <1> 1. | The rule reads:\n"
            "quotation <1> | “No lamp shall smoke.”\n"
            "continuation <1> | That rule is old.\n"
            "paragraph <2> 2. | It has two parts:\n"
            "subparagraph <2 (a)> (a) | Lamps;\n"
            "subparagraph <2 (b)> (b) | Smoke.\n"
            "continuation <2> | Both are known.\n"
            "paragraph <3> 3. | Nothing else was said.\n");
}

TEST(Body, CountsTheParagraphsOfATextWithoutNumbers) {
  EXPECT_EQ(outline(read("I have the honour to write to you about lamps and their use.\n\n"
                         "The rule says:\n\n\"No lamp shall smoke.\"\n\nPlease answer soon.\n")),
            "unnumbered <[1]> | I have the honour to write to you about lamps and their use.\n"
            "unnumbered <[2]> | The rule says:\n"
            "quotation <[3]> | \"No lamp shall smoke.\"\n"
            "unnumbered <[4]> | Please answer soon.\n");
}

TEST(Body, DoesNotTakeEveryNumberForAParagraph) {
  EXPECT_EQ(outline(read("1.\tIn the year\n\n"
                         "2003. That was long ago.\n\n"
                         "2.\tThe share was\n\n"
                         "3.5 per cent in all.\n\n"
                         "3.\tThe list is:\n\n1.\tLamps;\n\n2.\tOil.\n\n"
                         "4.\tThat is all.\n")),
            "paragraph <1> 1. | In the year\n"
            "continuation <1> | 2003. That was long ago.\n"
            "paragraph <2> 2. | The share was\n"
            "continuation <2> | 3.5 per cent in all.\n"
            "paragraph <3> 3. | The list is:\n"
            "subparagraph <3 (1)> 1. | Lamps;\n"
            "subparagraph <3 (2)> 2. | Oil.\n"
            "paragraph <4> 4. | That is all.\n");
}

TEST(Body, ReportsNumbersThatAreMissingOrThereTwice) {
  EXPECT_EQ(notice_codes(read("1.\tOne lamp.\n2.\tTwo lamps.\n2.\tTwo again.\n4.\tFour.\n")),
            "paragraph-number-twice <2>, paragraph-missing <4>");
  EXPECT_EQ(notice_codes(read("II.\tLamps\n\n1.\tOne.\n\nII.\tOil\n\n2.\tTwo.\n")),
            "section-number-twice <sect. II>");
}

TEST(Body, LetsArticlesAndRunsOfSectionsCountAnew) {
  const std::string text =
      "Article 1\n\n1.\tOne.\n\n2.\tTwo.\n\nArticle 2\n\n2.\tTwo.\n\n"
      "I.\tLamps\n\nII.\tOil\n\nI.\tLamps again\n\nII.\tOil again\n\n";
  EXPECT_EQ(notice_codes(read(text)), "");
}

TEST(Body, ReadsDottedNumbersOfBudgets) {
  EXPECT_EQ(
      outline(read("29.1\tThe Office buys lamps.\n29.2\tIt has:\n(a)\tOil;\n29.3\tIt ends.\n")),
      "paragraph <29.1> 29.1 | The Office buys lamps.\n"
      "paragraph <29.2> 29.2 | It has:\n"
      "subparagraph <29.2 (a)> (a) | Oil;\n"
      "paragraph <29.3> 29.3 | It ends.\n");
}

TEST(Body, ReadsAnnexesWithTheirOwnNumbers) {
  EXPECT_EQ(
      outline(read("1.\tThe text.\n\nAnnex I\n\nFirst list\n\n1.\tOil.\n\n"
                   "Annex II: Second list\n\n1.\tWicks.\n\nAppendix\n\nNothing more here.\n")),
      "paragraph <1> 1. | The text.\n"
      "annex_title <annex I> Annex I | First list\n"
      "paragraph <annex I, 1> 1. | Oil.\n"
      "annex_title <annex II> Annex II | Second list\n"
      "paragraph <annex II, 1> 1. | Wicks.\n"
      "annex_title <appendix> Appendix\n"
      "unnumbered <appendix, [1]> | Nothing more here.\n");
}

TEST(Body, KeepsASummaryTogether) {
  EXPECT_EQ(outline(read("1 May 2036\n\n\tSummary\tLamps are good.\n\tOil is dear.\n\n"
                         "\t*\tE/2036/1.\n\n\tI.\tLamps\n\n1.\tText.\n")),
            "unnumbered <summary> Summary | Lamps are good.\nOil is dear.\n"
            "footnote <fn *> * | E/2036/1.\n"
            "heading <sect. I> I. | Lamps\n"
            "paragraph <1> 1. | Text.\n");
}

TEST(Body, SetsAContentsListAside) {
  EXPECT_EQ(outline(read("Contents\n\nPage\n\nI.\tLamps\t3\n\nII.\tOil ........ 4\n\n"
                         "I.\tLamps\n\n1.\tText.\n")),
            "heading <sect. I> I. | Lamps\n"
            "paragraph <1> 1. | Text.\n");
}

TEST(Body, NamesThePointsInsideAParagraph) {
  const Document document =
      read("1.\tThe aims (see para. 4 (b)) are (a) light; (b) heat; and (c) peace.\n");
  ASSERT_EQ(document.blocks.size(), 1U);
  const Block& block = document.blocks[0];
  ASSERT_EQ(block.points.size(), 3U);
  EXPECT_EQ(block.points[1].locator.text(), "1 (b)");
  EXPECT_EQ(block.text.substr(block.points[1].begin, block.points[1].end - block.points[1].begin),
            "(b) heat; and");
}

TEST(Body, ReadsATitleBetweenPreambleAndFirstParagraph) {  // E/RES/2024/13
  EXPECT_EQ(outline(read("The Council,\n\nNoting the lamps,\n\nTaking stock: the lamps of the "
                         "house\n\n1.\tWelcomes lamps;\n")),
            "formula <> | The Council,\n"
            "preambular <pp. 1> | Noting the lamps,\n"
            "heading <> | Taking stock: the lamps of the house\n"
            "paragraph <1> 1. | Welcomes lamps;\n");
}

TEST(Body, LetsAnAbridgedRecordLeaveOutManyParagraphs) {
  const std::string text = "1.\tLamps are lit.\n\n49.\tLamps are out.\n";
  EXPECT_EQ(outline(read(text)),
            "paragraph <1> 1. | Lamps are lit.\ncontinuation <1> | 49. Lamps are out.\n");
  EXPECT_EQ(
      outline(read("Abridged record in the words of undex; not the official text\n\n" + text)),
      "paragraph <1> 1. | Lamps are lit.\nparagraph <49> 49. | Lamps are out.\n");
}

TEST(Body, EndsTheLastPointOfASentenceWithIt) {  // A/58/568, para. 20
  const struct {
    std::string text;
    std::string last;
  } kRows[] = {
      {"1.\tAims are (a) light; and (b) heat (see No. 5). Oil is dear.", "(b) heat (see No. 5)."},
      {"1.\tAims are (a) light; and (b) heat, as Mr. Lamp said", "(b) heat, as Mr. Lamp said"},
      {"1.\tAims: (a) Light. It is dear. (b) Heat. It is dear too.", "(b) Heat. It is dear too."},
  };
  for (const auto& row : kRows) {
    const Document document = read(row.text);
    const Block& block = document.blocks.at(0);
    ASSERT_EQ(block.points.size(), 2U) << row.text;
    EXPECT_EQ(block.text.substr(block.points[1].begin, block.points[1].end - block.points[1].begin),
              row.last);
  }
}

TEST(Body, TakesTheTitleOfAPartFromTheHeadingBelowIt) {  // A/80/6 (Sect. 24)/Corr.1
  ConvertedText text;
  text.format = "docx";
  for (const std::string words : {"Part VI", "Lamps", "Section 24", "Oil lamps"}) {
    text.blocks.push_back(test::paragraph(words));
    text.blocks.back().role = ConvertedBlock::Role::heading;
    text.blocks.back().level = 0;
  }
  text.blocks.push_back(test::paragraph("The lamps burn.", "24.1"));
  EXPECT_EQ(outline(read_structure(text, "x.docx")),
            "heading <sect. PartVI> Part VI | Lamps\n"
            "heading <sect. PartVI.Sect.24> Section 24 | Oil lamps\n"
            "paragraph <24.1> 24.1 | The lamps burn.\n");
}

TEST(Body, UsesLabelsAndLevelsOfTheFormat) {
  ConvertedText text;
  text.format = "docx";
  ConvertedBlock heading = test::paragraph("Outlook", "II.");
  heading.role = ConvertedBlock::Role::heading;
  text.blocks = {heading, test::paragraph("The lamps burn.", "14."),
                 test::paragraph("One is red;", "(a)"), test::paragraph("One is blue.", "(b)")};
  EXPECT_EQ(outline(read_structure(text, "x.docx")),
            "heading <sect. II> II. | Outlook\n"
            "paragraph <14> 14. | The lamps burn.\n"
            "subparagraph <14 (a)> (a) | One is red;\n"
            "subparagraph <14 (b)> (b) | One is blue.\n");
}

}  // namespace
}  // namespace undex
