#include "indexer/index/index_document.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <string>

#include "tests/indexer/index/sample.h"

namespace undex {
namespace {

using test::paragraph;
using test::sample;
using test::terms_of;

TEST(IndexDocument, HoldsABlockForEveryTextButFurniture) {
  Document document = sample(75, "The ICT Section answers.");
  Block furniture = paragraph("9", "03-37527");
  furniture.kind = BlockKind::furniture;
  document.blocks.push_back(furniture);
  document.blocks.push_back(paragraph("3", ""));
  const IndexDocument made = index_document(document, "key");
  ASSERT_EQ(made.paragraphs.size(), 2u);
  EXPECT_EQ(made.paragraphs[1].card.locator, "2");
  const DocumentCard card = read_card(made.document.get_data());
  EXPECT_EQ(card.name, "E/2003/75");
  EXPECT_EQ(card.paragraphs, 3u);
  const std::string terms = terms_of(made.document);
  for (const char* term : {"Qkey/0", "Sinformatics/1,3", "SZen:informat/1 ", "XC:ict/1 ",
                           "XC:service-desk/1 ", "XYEAR:2003/0", "XOWN:E/2003/75/0"})
    EXPECT_NE(terms.find(term), std::string::npos) << term << " in " << terms;
  EXPECT_EQ(terms.find("37527"), std::string::npos);
  EXPECT_NE(terms_of(made.paragraphs[0].document).find("XL:1/0"), std::string::npos);
  EXPECT_NE(terms_of(made.paragraphs[0].document).find("XYEAR:2003/0"), std::string::npos);
}

TEST(IndexDocument, TakesWordingsOfParagraphsThatCountOnly) {
  Document document = sample(75, "The service desk answers.");
  Block heading = paragraph("9", "Help desks");
  heading.kind = BlockKind::heading;
  document.blocks.push_back(heading);
  const IndexDocument made = index_document(document, "key");
  ASSERT_EQ(made.paragraphs.size(), 3u);
  const std::string counted =
      terms_of(made.paragraphs[0].document) + terms_of(made.paragraphs[1].document);
  EXPECT_NE(counted.find("XV:service-desk:servicdesk/0"), std::string::npos) << counted;
  EXPECT_NE(terms_of(made.paragraphs[2].document).find("XC:service-desk/1"), std::string::npos);
  EXPECT_EQ(terms_of(made.paragraphs[2].document).find("XV:"), std::string::npos);
  EXPECT_EQ(terms_of(made.document).find("XV:"), std::string::npos);
}

TEST(IndexDocument, KeepsTheNumbersOfTableCellsApart) {
  Document document = sample(1, "See the table.");
  document.tables.push_back({.label = "",
                             .title = "Computers",
                             .rows = {{"Monitors", "933", "345"}, {"Units", "1 067"}},
                             .check = ""});
  Block table;
  table.kind = BlockKind::table;
  table.table = 0;
  table.locator.place = Locator::Place::table;
  table.locator.number = "1";
  document.blocks.push_back(table);
  EXPECT_EQ(indexed_text(document, table), "Computers\nMonitors\t933\t345\nUnits\t1 067");
  const std::string terms = terms_of(index_document(document, "key").document);
  for (const char* term : {" 933/", " 345/", " 1067/"})
    EXPECT_NE(terms.find(term), std::string::npos) << term;
  table.table = 5;
  EXPECT_EQ(indexed_text(document, table), "");
}

TEST(IndexDocument, TakesNoMoreWordsThanALanguageHas) {
  std::string text = "informatics ";
  for (int word = 0; word < 200000; ++word) text += "w" + std::to_string(word) + "x ";
  const IndexDocument made = index_document(sample(1, text + "informatics"), "key");
  EXPECT_LT(made.paragraphs[0].document.termlist_count(), 121000u);
  // Words taken already are counted to the end.
  Xapian::TermIterator term = made.paragraphs[0].document.termlist_begin();
  term.skip_to("informatics");
  ASSERT_EQ(*term, "informatics");
  EXPECT_EQ(term.get_wdf(), 2u);
}

TEST(IndexDocument, TakesABlockOfMegabytesInPieces) {
  std::string text;
  while (text.size() < 400000) text += "word\xc3\xa9s ";
  const IndexDocument made = index_document(sample(1, text + std::string(150000, 'x')), "key");
  EXPECT_EQ(made.paragraphs.size(), 2u);
}

TEST(IndexDocument, ReadsEachBlockByItsOwnLanguage) {
  Document document = sample(75, "Les missions ont \u00e9t\u00e9 form\u00e9es dans leurs bureaux.");
  const IndexDocument made = index_document(document, "key");
  EXPECT_NE(terms_of(made.document).find("Zfr:form/1 "), std::string::npos);
  EXPECT_EQ(terms_of(made.document).find("Zen:missions"), std::string::npos);
}

}  // namespace
}  // namespace undex
