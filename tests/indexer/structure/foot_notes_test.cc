// Texts made from pages: notes below a rule, running heads, numbers on lines of their own.
#include <gtest/gtest.h>

#include "indexer/structure/note_numbers.h"
#include "tests/indexer/structure/lines.h"

namespace undex {
namespace {

using test::outline;

/// Pages parted by form feeds.
Document read_pages(std::string_view text) {
  ConvertedText converted = test::lines(text);
  int page = 1;
  for (ConvertedBlock& block : converted.blocks) {
    if (block.text.starts_with('\f')) {
      ++page;
      block.text.erase(0, 1);
    }
    block.page = page;
  }
  return read_structure(converted, "test.txt");
}

std::string notes_of(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    for (const NoteReference& note : block.notes)
      out += block.locator.text() + " " + note.marker + " after " +
             block.text.substr(note.offset < 6 ? 0 : note.offset - 6, 6) + "\n";
  }
  return out;
}

TEST(FootNotes, AreReadBelowARuleWhereverTheirMarkersStand) {  // A/RES/57/295
  const Document document = test::read(
      "The General Assembly,\n"
      "Recalling the Lamp Declaration, adopted on 8 September 2000, 1 in which oil was\n"
      "praised, and the Wick Programme, 2 as well as its own lamps,\n"
      "1.\n"
      "Affirms the need for light;\n\n"
      "_______________\n"
      "1\n\n"
      "See resolution 55/2.\n"
      "See Official Records of the Lamp Committee, Fifth Session (A/55/3/Rev.1),\n"
      "chap. III, para. 17.\n"
      "2\n\n"
      "02 56099\n\n"
      "2.\n"
      "Thanks the keeper.\n");
  EXPECT_EQ(outline(document),
            "formula <> | The General Assembly,\n"
            "preambular <pp. 1> | Recalling the Lamp Declaration, adopted on 8 September 2000, in "
            "which oil was praised, and the Wick Programme, as well as its own lamps,\n"
            "paragraph <1> 1. | Affirms the need for light;\n"
            "footnote <fn 1> 1 | See resolution 55/2.\n"
            "footnote <fn 2> 2 | See Official Records of the Lamp Committee, Fifth Session "
            "(A/55/3/Rev.1), chap. III, para. 17.\n"
            "paragraph <2> 2. | Thanks the keeper.\n");
  EXPECT_EQ(notes_of(document), "pp. 1 1 after  2000,\npp. 1 2 after ramme,\n");
}

TEST(FootNotes, AreLeftAloneWhereMarkersAndTextsDoNotMatch) {
  EXPECT_EQ(outline(test::read("The lamps are lit.\n\n_____\n\nThe lamps are out.\n")),
            "unnumbered <[1]> | The lamps are lit.\nunnumbered <[2]> | The lamps are out.\n");
}

TEST(FootNotes, EndWithTheirPageAndLetItsSentenceGoOn) {
  const Document document = read_pages(
      "1. The lamps of the reading room were bought, 7 as everybody knows, in a hurry and\n"
      "_____\n7\nSee the bill.\n2/3\n03-12345\n"
      "\fLamps and their keepers      A/58/568\n"
      "without a lid.\n"
      "2. They were sold.\n"
      "\fLamps and their keepers      A/58/568\n"
      "3. They are missed.\n");
  EXPECT_EQ(
      outline(document),
      "paragraph <1> 1. | The lamps of the reading room were bought, as everybody knows, in a "
      "hurry and without a lid.\n"
      "footnote <fn 7> 7 | See the bill.\n"
      "paragraph <2> 2. | They were sold.\n"
      "paragraph <3> 3. | They are missed.\n");
}

TEST(PageHeads, AreNeverTheFirstWordsOfAText) {
  const Document document = read_pages(
      "Lamps\n\fThe General Assembly,\n1. Lights lamps.\n\fThe General Assembly,\n"
      "1. Buys oil.\n\fAnnex\n1. Oil.\n\fAnnex\n1. Lamps.\n");
  std::size_t formulas = 0;
  std::size_t annexes = 0;
  for (const Block& block : document.blocks) {
    formulas += block.kind == BlockKind::formula ? 1 : 0;
    annexes += block.kind == BlockKind::annex_title ? 1 : 0;
  }
  EXPECT_EQ(formulas, 2U);
  EXPECT_EQ(annexes, 2U);
}

TEST(NoteNumbers, AreTakenOutWhereTheyDoNotCount) {
  const struct {
    std::string text;
    std::string marker;
    std::string without;
  } kRows[] = {
      {"the Lamp Agreement, 12 and", "12", "the Lamp Agreement, and"},
      {"Declaration of Lamp Rights 1 and treaties", "1", "Declaration of Lamp Rights and treaties"},
      {"the “Road to Light”, 9 as well", "9", "the “Road to Light”, as well"},
      {"in all its forms, 3", "3", "in all its forms,"},
      {"in the Lamp Decade 3; and", "3", "in the Lamp Decade; and"},
      {"from 8 to 9 lamps, 8 of them", "8", "from 8 to 9 lamps, of them"},
      {"on 8 September", "8", "-"},
      {"Supplement 3 and Goal 3 of", "3", "-"},
      {"of 1,069 calls", "069", "-"},
      {"in the House, 3 January 2020", "3", "-"},
      {"with 5 per cent", "5", "-"},
      {"In Vienna, 5 per cent", "5", "-"},
      {"", "5", "-"},
      {"5", "5", "-"},
  };
  for (const auto& row : kRows) {
    std::string text = row.text;
    const auto taken = structure::take_note_number(text, row.marker, 0);
    EXPECT_EQ(taken ? text : "-", row.without) << row.text;
  }
}

TEST(Joins, PutANumberAloneOnItsLineBeforeItsText) {
  EXPECT_EQ(outline(test::read("I.\n\nLamps\n\n1.\nThe lamps are lit.\n\n(a)\nRed ones;\n\n(b)\n"
                               "Blue ones.\n\n2.\nThey are few.\n")),
            "heading <sect. I> I. | Lamps\n"
            "paragraph <1> 1. | The lamps are lit.\n"
            "subparagraph <1 (a)> (a) | Red ones;\n"
            "subparagraph <1 (b)> (b) | Blue ones.\n"
            "paragraph <2> 2. | They are few.\n");
}

TEST(Joins, LeaveAColumnOfNumbersAlone) {
  const std::string text = outline(test::read("1.\n2.\n3.\nRed lamps\nBlue lamps\nOld lamps\n"));
  EXPECT_EQ(text.find("paragraph"), std::string::npos) << text;
}

TEST(Joins, BeginAParagraphWithEachPreambularWord) {
  std::string text = "The General Assembly,\n";
  for (int i = 0; i < 8; ++i)
    text +=
        "Recalling all the lamps that were ever bought by the reading room and lent,\n"
        "Mindful of those that were never brought back by the readers of that room,\n";
  const Document document = test::read(text);
  ASSERT_EQ(document.blocks.size(), 17U) << outline(document);
  EXPECT_EQ(document.blocks[16].locator.text(), "pp. 16");
}

}  // namespace
}  // namespace undex
