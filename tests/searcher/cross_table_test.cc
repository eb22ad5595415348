// Two fields against each other: what stands in a cell, and how much.
#include "undex/cross_table.h"

#include <gtest/gtest.h>

#include "searcher/render/cross_table.h"
#include "tests/searcher/sample_index.h"

namespace undex {
namespace {

class CrossTables : public testing::Test {
 protected:
  void SetUp() override {
    Document one =
        test::make_document("E/2003/75", "2003-05-28", "Economic and Social Council", "Lamps",
                            {{"1", "UNITAR taught the use of lamps in Mali."},
                             {"2", "Lamps were lent in Chad."},
                             {"3", "UNITAR and the ITU wrote of lamps in Chad and Mali."},
                             {"4", "Nobody knows who lent the other lamps."}});
    Document two = test::make_document("E/2009/21", "2009-03-16", "Economic and Social Council",
                                       "Lamps again", {{"1", "UNITAR lent lamps to Chad."}});
    two.masthead.add(MastheadItem::submitter, {"Norway", "norway", ""});
    test::make_sample_index(folder_.path(), {two, one});
  }

  CrossTable table(const std::string& rows, const std::string& columns,
                   const std::string& query = {}, const std::string& having = {},
                   std::size_t places = 0) {
    return cross_table(
        folder_.path(),
        {.query = query, .rows = rows, .columns = columns, .having = having, .places = places});
  }

  /// "Chad/2003 2 in 1: E/2003/75#2 E/2003/75#3"
  static std::string dump(const CrossTable& table) {
    std::string out = std::to_string(table.placed_paragraphs) + " of " +
                      std::to_string(table.paragraphs) + " in " +
                      std::to_string(table.placed_documents) + " of " +
                      std::to_string(table.documents) + "\n";
    for (const CrossCell& cell : table.cells) {
      out += table.rows.values[cell.row].value + "/" + table.columns.values[cell.column].value +
             " " + std::to_string(cell.paragraphs) + " in " + std::to_string(cell.documents) + ":";
      for (const CrossPlace& place : cell.places)
        out += " " + place_name(place.name, place.locator);
      out += "\n";
    }
    return out;
  }

  test::TemporaryFolder folder_;
};

TEST_F(CrossTables, SetWhatParagraphsNameAgainstTheYearsOfDocuments) {
  const CrossTable states = table("state", "year");
  EXPECT_EQ(dump(states),
            "4 of 5 in 2 of 2\n"
            "Chad/2003 2 in 1: E/2003/75#2 E/2003/75#3\n"
            "Chad/2009 1 in 1: E/2009/21#1\n"
            "Mali/2003 2 in 1: E/2003/75#1 E/2003/75#3\n");
  EXPECT_EQ(states.rows.values[0].paragraphs, 3u);
  EXPECT_EQ(states.rows.values[0].documents, 2u);
  EXPECT_EQ(states.columns.values[0].paragraphs, 3u) << "a paragraph of two States counts once";
}

TEST_F(CrossTables, SetTwoThingsThatParagraphsNameAgainstEachOther) {
  EXPECT_EQ(dump(table("entity", "state", "taught OR wrote")),
            "2 of 2 in 1 of 1\n"
            "United Nations Institute for Training and Research/Mali 2 in 1: E/2003/75#1 "
            "E/2003/75#3\n"
            "United Nations Institute for Training and Research/Chad 1 in 1: E/2003/75#3\n"
            "International Telecommunication Union/Mali 1 in 1: E/2003/75#3\n"
            "International Telecommunication Union/Chad 1 in 1: E/2003/75#3\n");
}

TEST_F(CrossTables, TakeOnlyParagraphsThatHaveAFieldMore) {
  EXPECT_EQ(dump(table("state", "year", "", "entity")),
            "3 of 3 in 2 of 2\n"
            "Chad/2003 1 in 1: E/2003/75#3\n"
            "Chad/2009 1 in 1: E/2009/21#1\n"
            "Mali/2003 2 in 1: E/2003/75#1 E/2003/75#3\n");
}

TEST_F(CrossTables, LeaveOutWhatNotExcludes) {
  EXPECT_EQ(dump(table("state", "year", "lamps NOT taught")),
            "1 of 1 in 1 of 1\nChad/2009 1 in 1: E/2009/21#1\n");
}

TEST_F(CrossTables, KnowTheRegionOfTheSenderAndOfStatesNamed) {
  EXPECT_EQ(dump(table("region", "year", "", "", 1)),
            "4 of 5 in 2 of 2\n"
            "Africa/2003 3 in 1: E/2003/75#1\n"
            "Africa/2009 1 in 1: E/2009/21#1\n"
            "Europe/2009 1 in 1: E/2009/21#1\n");
}

TEST_F(CrossTables, AreEmptyWhereNothingMatches) {
  EXPECT_EQ(dump(table("state", "year", "nothinglikethis")), "0 of 0 in 0 of 0\n");
  EXPECT_THROW(table("state", "title"), Error);
  EXPECT_THROW(table("nofield", "year"), Error);
}

TEST_F(CrossTables, AreLinesForASpreadsheet) {
  const CrossTable one = table("state", "year");
  EXPECT_EQ(render_cross_table(one, "csv", {}),
            "state,year,paragraphs,documents,places\r\n"
            "Chad,2003,2,1,E/2003/75#2 E/2003/75#3\r\n"
            "Chad,2009,1,1,E/2009/21#1\r\n"
            "Mali,2003,2,1,E/2003/75#1 E/2003/75#3\r\n");
  EXPECT_EQ(render_cross_table(one, "text", {}),
            "Member State by year: 4 paragraphs in 2 documents; 1 other paragraph without one of "
            "the two\n"
            "\n      2003  2009  all\n"
            "Chad     2     1    3\n"
            "Mali     2     .    2\n"
            "\nChad  3 paragraphs (2)\n"
            "  2003  2 (1)  E/2003/75#2  E/2003/75#3\n"
            "  2009  1 (1)  E/2009/21#1\n"
            "\nMali  2 paragraphs (1)\n"
            "  2003  2 (1)  E/2003/75#1  E/2003/75#3\n");
  EXPECT_EQ(render_cross_table(one, "text", {.width = 20}).find("all"), std::string::npos);
  EXPECT_THROW(render_cross_table(one, "xml", {}), Error);
}

}  // namespace
}  // namespace undex
