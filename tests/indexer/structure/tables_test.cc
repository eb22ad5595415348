#include "indexer/structure/tables.h"

#include <gtest/gtest.h>

#include "tests/indexer/structure/lines.h"

namespace undex {
namespace {

std::string rebuilt(std::string_view text) {
  structure::RunTogether result;
  if (!structure::read_run_together(text, result)) return "no table";
  std::string out;
  for (const auto& row : result.table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i > 0 ? "|" : "") + row[i];
    out += "/";
  }
  return out + " " + result.table.check;
}

TEST(Tables, AreRebuiltAndProvedByTheirTotal) {  // E/2009/21, annex
  EXPECT_EQ(rebuilt("Kind of lampNumberRed lamps1 067Blue lamps33Total1 100"),
            "Kind of lamp|Number/Red lamps|1 067/Blue lamps|33/Total|1 100/ total 1 100 agrees");
  EXPECT_EQ(rebuilt("Red lamps1,067Blue lamps33 Total1,101"),
            "Red lamps|1,067/Blue lamps|33/Total|1,101/ total 1,101 differs: cells add up to 1100");
}

TEST(Tables, AreNotSeenInSentences) {
  for (const std::string text :
       {"In 2003 the office had 12 lamps and in 2004 it had 14 lamps.", "COVID19 and H1N1 and A3B4",
        "Windows2000 was used.", "", "1 2 3 4 5 6", "Lamps12Oil13"})
    EXPECT_EQ(rebuilt(text), "no table") << text;
}

ConvertedBlock row(std::vector<std::string> cells, bool header = false) {
  ConvertedBlock block;
  block.role = ConvertedBlock::Role::table_row;
  block.cells = std::move(cells);
  block.table = 0;
  block.header_row = header;
  block.complete = true;
  return block;
}

TEST(Tables, OfTheFormatGetTheirCaption) {
  ConvertedText text;
  text.blocks = {test::paragraph("The lamps are shown in table 3.", "1."),
                 test::paragraph("Table 3"),
                 test::paragraph("Lamps by colour"),
                 row({"Colour", "Number"}, true),
                 row({"Red", "2"}),
                 row({"Blue", "3"}),
                 row({"Total", "6"}),
                 test::paragraph("They are few.", "2.")};
  const Document document = read_structure(text, "x");
  EXPECT_EQ(test::outline(document),
            "paragraph <1> 1. | The lamps are shown in table 3.\n"
            "table <table 3>\n"
            "paragraph <2> 2. | They are few.\n");
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].title, "Lamps by colour");
  EXPECT_EQ(document.tables[0].header_rows, 1);
  EXPECT_EQ(document.tables[0].check, "total 6 differs: cells add up to 5");
  EXPECT_EQ(test::notice_codes(document), "table-total <table 3>");
}

TEST(Tables, GoOnAfterTheNotesOfTheirPage) {  // A/80/6 (Sect. 24)/Corr.1
  ConvertedText text;
  ConvertedBlock after = row({"Blue", "3"});
  after.table = 1;
  ConvertedBlock other = row({"Colour", "Age"}, true);
  other.table = 2;
  text.blocks = {row({"Red", "2"}), test::paragraph("*\tA/80/50."), after,
                 test::paragraph("a\tLit only on Mondays."), other};
  const Document document = read_structure(text, "x");
  EXPECT_EQ(test::outline(document),
            "table <table 1>\nfootnote <fn *> * | A/80/50.\n"
            "footnote <fn a> a | Lit only on Mondays.\ntable <table 2>\n");
  ASSERT_EQ(document.tables.size(), 2U);
  EXPECT_EQ(document.tables[0].rows.size(), 2U);
}

TEST(Tables, GiveBackTheNumbersOfTheLinesOfTheirCaption) {
  ConvertedText text;
  text.blocks = {test::paragraph("Lamps are counted each year."),
                 test::paragraph("Table 3"),
                 test::paragraph("(Number of lamps)"),
                 row({"Red", "2"}),
                 test::paragraph("They are few."),
                 test::paragraph("Red ones burn longer.")};
  EXPECT_EQ(test::outline(read_structure(text, "x")),
            "unnumbered <[1]> | Lamps are counted each year.\n"
            "table <table 3>\n"
            "unnumbered <[2]> | They are few.\n"
            "unnumbered <[3]> | Red ones burn longer.\n");
}

TEST(Tables, OfContentsAreSetAsideOnce) {
  ConvertedText text;
  ConvertedBlock entry = row({"Lamps", "3"});
  entry.text = "Lamps\t3";
  text.blocks = {test::paragraph("Contents"), entry, test::paragraph("The lamps are lit.", "1.")};
  const Document document = read_structure(text, "x");
  ASSERT_EQ(document.blocks.size(), 3U);
  EXPECT_EQ(document.blocks[1].kind, BlockKind::furniture);
  EXPECT_EQ(document.blocks[1].text, "Lamps 3");
}

}  // namespace
}  // namespace undex
