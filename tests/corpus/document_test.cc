#include "corpus/document.h"

#include <gtest/gtest.h>

namespace undex {
namespace {

Block block(BlockKind kind, std::string_view locator, std::string label, std::string text) {
  Block made;
  made.kind = kind;
  made.locator = parse_locator(locator).value();
  made.label = std::move(label);
  made.text = std::move(text);
  return made;
}

Document sample() {
  Document document;
  document.masthead.add(MastheadItem::title, {"A title", "A title", ""});
  document.masthead.add(MastheadItem::date, {"2 October 2022", "2023-10-02", "year in doubt"});
  document.blocks = {block(BlockKind::paragraph, "18", "18.", "Services:"),
                     block(BlockKind::subparagraph, "18 (a)", "(a)", "mail;"),
                     block(BlockKind::table, "table 1", "", "")};
  document.blocks[0].notes = {{8, "*"}};
  document.blocks[1].level = 1;
  document.blocks[2].table = 0;
  document.tables.emplace_back();
  document.tables[0].label = "Table 1";
  document.tables[0].rows = {{"a", "1"}};
  document.notices.push_back({Notice::Level::warning, "date-conflict", {}, "two dates"});
  return document;
}

TEST(Document, EveryMastheadItemHasItsOwnRowInTheOrderOfTheEnum) {
  int expected = 0;
  for (const MastheadItemRow& row : masthead_items()) {
    EXPECT_EQ(static_cast<int>(row.item), expected++) << row.name;
    EXPECT_EQ(masthead_item(row.name), row.item);
  }
  EXPECT_EQ(static_cast<int>(MastheadItem::received) + 1, expected);
  EXPECT_FALSE(masthead_item("colour"));
}

TEST(Document, EveryBlockKindHasANameThatLeadsBack) {
  for (int i = 0; i <= static_cast<int>(BlockKind::furniture); ++i) {
    const auto kind = static_cast<BlockKind>(i);
    EXPECT_EQ(block_kind(name_of(kind)), kind);
  }
  EXPECT_FALSE(block_kind("paragraphs"));
}

TEST(Document, DumpsOneLineABlock) {
  EXPECT_EQ(dump(sample()),
            "document \n"
            "masthead title = A title\n"
            "masthead date = 2023-10-02 | printed 2 October 2022 | flag year in doubt\n"
            "paragraph <18> 18. | Services: {note * at 8}\n"
            "subparagraph level 1 <18 (a)> (a) | mail;\n"
            "table <table 1> | \n"
            "table Table 1 | \n"
            "  row | a | 1\n"
            "warning date-conflict <> two dates\n");
}

TEST(Document, IsCalledByItsSymbolThenItsReferenceThenItsSource) {
  Document document;
  document.provenance.source = "inbox/note.txt";
  EXPECT_EQ(document.name(), "note.txt");
  const std::string reference = "ODA/2023-00042/ICT-Mapping Exercise";
  document.masthead.add(MastheadItem::reference, {reference, reference, ""});
  EXPECT_EQ(document.name(), "ODA/2023-00042");
  document.masthead.entries[0].value.normal = "/etc/passwd";
  EXPECT_EQ(document.name(), "/etc/passwd");
  document.symbol.parts = {"E/2003/75"};
  EXPECT_EQ(document.name(), "E/2003/75");
}

TEST(Document, TextAtAParagraphTakesItsPoints) {
  EXPECT_EQ(text_at(sample(), parse_locator("18").value()), "18. Services:\n(a) mail;");
  EXPECT_EQ(text_at(sample(), parse_locator("18 (a)").value()), "(a) mail;");
  EXPECT_EQ(text_at(sample(), parse_locator("table 1").value()), "\na\t1");
  EXPECT_EQ(text_at(sample(), parse_locator("19").value()), "");
}

}  // namespace
}  // namespace undex
