// Figures of whole documents: tables, what other marks take, and on the real texts the pairs of
// figures that a person judged for comparability.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "corpus/figure/compare.h"
#include "corpus/strings.h"
#include "indexer/convert/formats.h"
#include "indexer/structure/structure.h"
#include "indexer/understand/understand.h"
#include "tests/support.h"

namespace undex {
namespace {

Block paragraph(const std::string& text) {
  Block block;
  block.kind = BlockKind::paragraph;
  block.locator = parse_locator("4").value();
  block.text = text;
  return block;
}

std::string figures_of(const Document& document) {
  std::string out;
  for (const FigureMark& mark : document.marks.figures) {
    out += words_of(document, mark.span) + " = " + mark.figure.value + " " + mark.figure.unit +
           " | " + mark.figure.period.iso + " | " + mark.figure.measure + "\n";
  }
  return out;
}

Document with_table(Table table) {
  Document document;
  document.masthead.add(MastheadItem::date, {"", "2009-03-16", ""});
  Block block;
  block.kind = BlockKind::table;
  block.table = 0;
  document.blocks.push_back(block);
  document.tables.push_back(std::move(table));
  return document;
}

TEST(MarkFigures, ReadsATableByItsHeads) {
  Table table;
  table.title = "Machines given away";
  table.rows = {{"Kind", "Number"}, {"Printers", "1 067"}, {"Lamps", "12"}, {"Total", "1 079"}};
  table.header_rows = 1;
  Document document = with_table(table);
  understand(document);
  EXPECT_EQ(figures_of(document),
            "1 067 = 1067 printers | 2009-03-16 | Machines given away: Printers, Number\n"
            "12 = 12 lamps | 2009-03-16 | Machines given away: Lamps, Number\n"
            "1 079 = 1079 printers and lamps | 2009-03-16 | Machines given away: Total, Number\n");
  EXPECT_EQ(document.marks.figures[2].rule, "table total");
}

TEST(MarkFigures, SaysThatATotalDiffers) {
  Table table;
  table.rows = {{"Kind", "Number"}, {"Printers", "7"}, {"Lamps", "12"}, {"Total", "20"}};
  table.header_rows = 1;
  table.check = "total 20 differs: cells add up to 19";
  Document document = with_table(table);
  understand(document);
  ASSERT_EQ(document.marks.figures.size(), 3U);
  EXPECT_EQ(document.marks.figures[2].rule, "table total differs");
}

TEST(MarkFigures, TakesYearAndUnitFromTheHeadsOfATable) {
  Table table;
  table.title = "Costs (Thousands of United States dollars)";
  table.rows = {{"Item", "2001 actual", "2002", "Percentage"}, {"Posts", "(2 783.2)", "5", "0.1"}};
  table.header_rows = 1;
  Document document = with_table(table);
  understand(document);
  EXPECT_EQ(figures_of(document),
            "2 783.2 = -2783.2 Thousands of United States dollars | 2001 | "
            "Costs (Thousands of United States dollars): Posts, 2001 actual\n"
            "5 = 5 Thousands of United States dollars | 2002 | "
            "Costs (Thousands of United States dollars): Posts, 2002\n"
            "0.1 = 0.1 per cent | 2009-03-16 | "
            "Costs (Thousands of United States dollars): Posts, Percentage\n");
}

TEST(MarkFigures, TakesTheUnitInBracketsFromTheRowAbove) {
  Table table;
  table.rows = {{"Category", "2001 planned"},
                {"A. Meetings (number of three-hour meetings)", "7"},
                {"1. The board", "5"},
                {"B. Papers (thousands of words)", "90"}};
  table.header_rows = 1;
  Document document = with_table(table);
  understand(document);
  ASSERT_EQ(document.marks.figures.size(), 3U) << dump_marks(document);
  EXPECT_EQ(document.marks.figures[1].figure.unit, "three-hour meetings");
  EXPECT_EQ(document.marks.figures[2].figure.unit, "thousands of words");
}

TEST(MarkFigures, TakesTheHeadOverSeveralColumnsForEachOfThem) {
  Table table;
  // As a word processor leaves merged cells: the one below may begin before the one above it.
  table.rows = {{"", "Lamps", "", "", "Chairs", "Remarks"},
                {"", "2001 bought", "2002 bought", "2001 bought", "", ""},
                {"Hall", "4", "5", "6", "", "7"}};
  table.header_rows = 2;
  Document document = with_table(table);
  understand(document);
  EXPECT_EQ(figures_of(document),
            "4 = 4 lamps, 2001 bought | 2001 | Hall, Lamps, 2001 bought\n"
            "5 = 5 lamps, 2002 bought | 2002 | Hall, Lamps, 2002 bought\n"
            "6 = 6 chairs, 2001 bought | 2001 | Hall, Chairs, 2001 bought\n"
            "7 = 7 remarks | 2009-03-16 | Hall, Remarks\n");
}

TEST(MarkFigures, TakesTheUnitsInBracketsAboveATable) {
  Table table;
  table.rows = {{"", "2001", "2002"},
                {"Money for rooms", "", ""},
                {"Hall", "4", "5"},
                {"Guard resources", "", ""},
                {"Hall", "2", "3"}};
  table.header_rows = 1;
  Document document = with_table(table);
  Block heading, units;
  heading.kind = BlockKind::heading;
  heading.text = "Rooms";
  units.kind = BlockKind::unnumbered;
  units.text = "(Thousands of euros/number of guards)";
  document.blocks.insert(document.blocks.begin(), {heading, units});
  understand(document);
  std::string found;
  for (const FigureMark& mark : document.marks.figures)
    found += mark.figure.value + " " + mark.figure.unit + "\n";
  EXPECT_EQ(found, "4 Thousands of euros\n5 Thousands of euros\n2 guards\n3 guards\n");
  EXPECT_EQ(document.marks.figures[2].figure.measure,
            "Rooms (Thousands of euros/number of guards): Hall, 2001");
}

TEST(MarkFigures, GivesATotalOverGroupsOfTwoUnitsNone) {
  Table table;
  table.title = "Rooms (Thousands of euros/number of guards)";
  table.rows = {{"", "2001"},
                {"Money for rooms", ""},
                {"Hall", "4"},
                {"Total", "4"},
                {"Guard resources", ""},
                {"Hall", "2"},
                {"Subtotal", "2"},
                {"Yard", "1"},
                {"Total", "3"},
                {"Grand total", "7"},
                {"Guards at night", ""},
                {"Hall", "5"},
                {"Grand total", "9"},
                {"Grand total, guards", "8"}};
  table.header_rows = 1;
  Document document = with_table(table);
  understand(document);
  std::string found;
  for (const FigureMark& mark : document.marks.figures)
    found += mark.figure.value + " " + mark.figure.unit + "\n";
  EXPECT_EQ(found,
            "4 Thousands of euros\n4 Thousands of euros\n"
            "2 guards\n2 guards\n1 guards\n3 guards\n5 guards\n8 guards\n");
}

TEST(MarkFigures, TakesThePeriodFromTheSentenceThatSendsToTheTable) {
  const std::pair<std::string, std::string> cases[] = {
      {"Numbers of lamps given away in 2007 are set out in the annex to the present report.",
       "2007"},
      {"It began in 2005. The lamps lent in 2007 and 2008 are listed in annex.", "2009-03-16"},
      {"As was asked in 2007, lamps lent are listed in the annex to the present report.",
       "2009-03-16"},
      {"Lamps lent in 2007 are listed in annex II to the present report.", "2009-03-16"},
  };
  for (const auto& [sentence, iso] : cases) {
    Table table;
    table.title = "Lamps";
    table.rows = {{"Kind", "Number"}, {"Tall lamps", "4"}};
    table.header_rows = 1;
    Document document = with_table(table);
    document.symbol = parse_symbol("A/99/1").value();
    document.blocks[0].locator = parse_locator("annex, table 1").value();
    document.blocks.insert(document.blocks.begin(), paragraph(sentence));
    understand(document);
    ASSERT_EQ(document.marks.figures.back().figure.value, "4") << sentence;
    EXPECT_EQ(document.marks.figures.back().figure.period.iso, iso) << sentence;
  }
}

TEST(MarkFigures, LeavesCitationsDatesAndLabels) {
  Document document;
  document.blocks.push_back(
      paragraph("By General Assembly resolution 57/295 of 20 December 2002, paragraph 4, it set up "
                "12 funds in 3 towns."));
  std::vector<RefusedMark> refused;
  understand(document, &refused);
  ASSERT_EQ(document.marks.figures.size(), 2U) << dump_marks(document);
  EXPECT_EQ(document.marks.figures[0].figure.value, "12");
  ASSERT_EQ(document.marks.dates.size(), 1U);
  EXPECT_EQ(document.marks.dates[0].iso, "2002-12-20");
  EXPECT_FALSE(refused.empty());
}

TEST(MarkDates, RefusesADayWithoutItsYear) {
  Document document;
  document.blocks.push_back(paragraph("It met on 4 April and on 30 February 2003."));
  std::vector<RefusedMark> refused;
  understand(document, &refused);
  EXPECT_TRUE(document.marks.dates.empty()) << dump_marks(document);
  EXPECT_GE(refused.size(), 2U);
}

std::vector<std::vector<std::string>> gold_rows(const std::string& name) {
  std::ifstream file(test::shared_dir() / "gold" / name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> row;
    for (const std::string_view cell : split(line, '\t')) row.emplace_back(cell);
    rows.push_back(std::move(row));
  }
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

Document seed(const std::string& file) {
  const std::filesystem::path path = test::shared_dir() / "corpus" / "seeds" / file;
  Document document = read_structure(convert(test::read_file(path), file), file);
  understand(document);
  return document;
}

/// The figure of that value at that place; several places may begin with the locator ("annex").
const Figure* figure_at(const Document& document, const std::string& locator,
                        const std::string& value) {
  for (const FigureMark& mark : document.marks.figures)
    if (mark.figure.value == value && locator_of(document, mark.span).text().starts_with(locator))
      return &mark.figure;
  return nullptr;
}

std::string first_number(const std::string& text) {
  return text.substr(0, text.find_first_not_of("0123456789"));
}

TEST(Series, OfTheRealReportsGetTheVerdictOfAPerson) {
  UNDEX_NEEDS_SHARED();
  const Document first = seed("E-2003-75.txt");
  const Document second = seed("E-2009-21.txt");
  const auto rows = gold_rows("series.tsv");
  ASSERT_EQ(rows.size(), 5U);
  for (const auto& row : rows) {
    const Figure* a = figure_at(first, row[3], first_number(row[5]));
    const Figure* b = figure_at(second, row[8], first_number(row[10]));
    ASSERT_NE(a, nullptr) << row[0];
    ASSERT_NE(b, nullptr) << row[0];
    const Comparison result = compare_figures(*a, *b);
    EXPECT_EQ(name_of(result.verdict), row[12]) << row[0] << ": " << result.reason;
  }
}

TEST(Dates, OfTheRealReportsAreMarked) {
  UNDEX_NEEDS_SHARED();
  const std::vector<std::pair<std::string, std::string>> seeds = {
      {"E/2003/75", "E-2003-75.txt"},
      {"A/58/568", "A-58-568.txt"},
      {"ODA/2023-00042", "ODA-2023-00042.txt"}};
  for (const auto& [name, file] : seeds) {
    const Document document = seed(file);
    for (const auto& row : gold_rows("dates.tsv")) {
      const bool day_or_month = row[3].find('-') != std::string::npos;
      // Mastheads have their dates as values of their own.
      if (row[0] != name || !day_or_month || row[1] == "masthead" || row[1] == "tail") continue;
      const bool found = std::ranges::any_of(document.marks.dates, [&](const DateMark& mark) {
        return mark.iso == row[3] && locator_of(document, mark.span).text() == row[1];
      });
      EXPECT_TRUE(found) << name << " " << row[1] << " " << row[3];
    }
  }
}

}  // namespace
}  // namespace undex
