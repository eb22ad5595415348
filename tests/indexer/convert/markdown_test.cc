#include "indexer/convert/text/markdown.h"

#include <gtest/gtest.h>

#include "indexer/convert/formats.h"
#include "indexer/convert/text/inline.h"
#include "indexer/convert/text/note_marker.h"
#include "tests/indexer/convert/dump.h"

namespace undex::test {
namespace {

TEST(Markdown, IsToldByItsSigns) {
  const char* const markdown[] = {
      "Report^{*} of the committee", "on $\\underline{4}$ May", "<u>Submissions</u> are due",
      "| a | b |\n|---|---|\n",      "# One\n\n# Two\n",        "- 1. First\n- 2. Second\n",
      "**Bold** words\n\n## Head",   "Text[^1]\n\n[^1]: Note"};
  for (const char* text : markdown) EXPECT_TRUE(recognises_markdown(text)) << text;
  const char* const plain[] = {"Report of the Secretary-General**\n** Late.\n* See E/2099/1.\n",
                               "It cost $10 and then $20 million",
                               "see <www.un.org/webcast> and <<ODS JOB NO>>N99<<ODS JOB NO>>",
                               "1.\tFirst\n2.\tSecond\n\t(a)\tThird",
                               "# of staff: 5",
                               "a_b_c and 5 * 3 * 2",
                               ""};
  for (const char* text : plain) EXPECT_FALSE(recognises_markdown(text)) << text;
}

TEST(Markdown, TakesItsDebrisOutOfALine) {
  struct Case {
    const char* line;
    const char* text;  ///< with the marks of notes in place
  };
  const Case cases[] = {
      {"Report of the Secretary-General^{*}", "Report of the Secretary-General{*}"},
      {"adopted.^{12} Then", "adopted.{12} Then"},
      {"the note$^{3}$ says", "the note{3} says"},
      {"the note<sup>3</sup> says", "the note{3} says"},
      {"10^{th} of m^{2}, CO_{2}", "10th of m2, CO2"},
      {"by $\\underline{10}$ November", "by 10 November"},
      {"$5 \\times 10^{3}$ and 20 $\\%$", "5 × 103 and 20 %"},
      {"cost $10 and $20", "cost $10 and $20"},
      {"the <u>UN Office</u> <u>invites</u> all", "the UN Office invites all"},
      {"sent **by post, in Word.** Now", "sent by post, in Word. Now"},
      {"of the Council** and the Office** of", "of the Council** and the Office** of"},
      {"Item 7 (d) of the agenda*", "Item 7 (d) of the agenda*"},
      {"*9912345*", "*9912345*"},  // a bar code
      {"*9912* lamps", "9912 lamps"},
      {"5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"},
      {"see [the site](http://un.org/a) now", "see the site now"},
      {"![a picture](x.png)", "a picture"},
      {"[on the report (A/99/1)]", "[on the report (A/99/1)]"},
      {"Text[^1] here", "Text{1} here"},
      {"a &amp; b &lt;c&gt;", "a & b <c>"},
      {"1\\. not \\*a\\* list \\x", "1. not *a* list \\x"},
      {"<www.un.org> <!-- page 3 --> end", "<www.un.org>  end"},
      {"open ^{ and $\\x and <u and [ and ![ and \\",
       "open ^{ and $\\x and <u and [ and ![ and \\"},
  };
  for (const Case& c : cases) {
    InlineText read = read_inline(c.line);
    ConvertedBlock block;
    block.text = read.text;
    block.notes = read.notes;
    EXPECT_EQ(dump(block), c.text) << c.line;
  }
}

TEST(Markdown, GivesHeadingsListsNotesAndTables) {
  EXPECT_EQ(dump(convert("# Title ##\n"
                         "### **Part**\n"
                         "---\n"
                         "- 1. Its *first* paragraph\n"
                         "- (a) point\n"
                         "- dashed\n"
                         "> quoted\n"
                         "^{*} See document.\n"
                         "[^2]: A note.\n"
                         "| Year | Sum^{a} |\n"
                         "|:-----|----:|\n"
                         "| 2002 | 5 \\| 6 |\n"
                         "\n\n"
                         "| other | table |\n",
                         "a.txt")),
            "heading/0 Title\n"
            "heading/2 Part\n"
            "1. Its first paragraph\n"
            "(a) point\n"
            "[-] dashed\n"
            "quoted\n"
            "footnote [*] See document.\n"
            "footnote [2] A note.\n"
            "row! Year | Sum{a}\n"
            "row 2002 | 5 | 6\n"
            "row other | table\n");
}

TEST(Markdown, NumbersTablesAndCountsBlankLines) {
  const ConvertedText text = convert(
      "# A\n\n***\n****\n\nB^{1}\n| a |\n\n|---|\n\n| b |\n\n| c |\n|---|\n\n\n| d |\n", "");
  ASSERT_EQ(text.blocks.size(), 7U);
  EXPECT_EQ(text.blocks[1].text, "***") << "three asterisks may mark a note";
  EXPECT_EQ(text.blocks[2].blank_lines_before, 2);
  EXPECT_EQ(text.blocks[3].table, 0);
  EXPECT_EQ(text.blocks[4].table, 0) << "a blank line after every row";
  EXPECT_EQ(text.blocks[5].table, 1) << "a second head begins a second table";
  EXPECT_EQ(text.blocks[6].table, 2);
  EXPECT_TRUE(text.blocks[3].header_row && text.blocks[5].header_row);
}

TEST(Markdown, TellsTheLookOfALine) {
  const ConvertedText text = convert("**Whole line**\n\n*Recalling* its resolution^{1}\n", "");
  ASSERT_EQ(text.blocks.size(), 2U);
  EXPECT_TRUE(text.blocks[0].bold);
  EXPECT_TRUE(text.blocks[1].italic_start);
}

TEST(Markdown, ReadsHostileLinesInLinearTime) {
  for (const char* piece :
       {"^{", "$\\", "[", "![", "<", "*a ", "_a ", "**", "`", "&", "[^", "<sup>"}) {
    std::string line;
    while (line.size() < (512U << 10U)) line += piece;
    read_inline(line);
  }
}

TEST(NoteMarker, TellsMarksFromRaisedPartsOfWords) {
  struct Case {
    const char* before;
    const char* mark;
    bool is_note;
  };
  const Case cases[] = {{"Report", "1", true},     {"report.", "12", true},  {"5", "a", true},
                        {"General", "*", true},    {"General", "**", true},  {"", "a", true},
                        {"Goals", "a,b", true},    {"Goals", "1, 2", true},  {"x²", "†", true},
                        {"10", "th", false},       {"m", "2", false},        {"km", "2", false},
                        {"XVI", "e", false},       {"2", "e", false},        {"n", "o", false},
                        {"Report", "1234", false}, {"Report", "", false},    {"Report", "A", false},
                        {"Report", "1,", false},   {"Report", "see", false}, {"a", "*****", false}};
  for (const Case& c : cases)
    EXPECT_EQ(is_note_marker(c.before, c.mark), c.is_note) << c.before << "^" << c.mark;
}

}  // namespace
}  // namespace undex::test
