#include "indexer/structure/loose_notes.h"

#include <gtest/gtest.h>

#include "indexer/structure/note_numbers.h"
#include "tests/indexer/structure/lines.h"

namespace undex {
namespace {

using test::outline;
using test::read;

std::string references(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    for (const NoteReference& note : block.notes)
      out += (out.empty() ? "" : ", ") + block.locator.text() + ": " + note.marker + " at " +
             std::to_string(note.offset);
  }
  return out;
}

TEST(LooseNotes, AreTakenWithTheMarkersGluedToTheText) {
  const Document document = read(
      "1. Lamps were asked for,1 and oil2 was burnt.3 It smelt.\n\n"
      "2. In 2036, 3.5 tons burnt in CO2 and A/91/3.\n\n"
      "1 Resolution 91/7, para. 4.\n2 See https://example.org/\nlamp3 and\nmore.\n3 Ibid.\n\n"
      "3. They went out.\n");
  EXPECT_EQ(outline(document),
            "paragraph <1> 1. | Lamps were asked for, and oil was burnt. It smelt.\n"
            "paragraph <2> 2. | In 2036, 3.5 tons burnt in CO2 and A/91/3.\n"
            "footnote <fn 1> 1 | Resolution 91/7, para. 4.\n"
            "footnote <fn 2> 2 | See https://example.org/ lamp3 and more.\n"
            "footnote <fn 3> 3 | Ibid.\n"
            "paragraph <3> 3. | They went out.\n");
  EXPECT_EQ(references(document), "1: 1 at 21, 1: 2 at 29, 1: 3 at 40");
}

TEST(LooseNotes, AreKnownByRaisedDigitsToo) {
  const Document document =
      read("1. Lamps were lit.¹ They burnt²\n\n________\n\n¹ See above.\n² Long.\n\n2. Out.\n");
  EXPECT_EQ(outline(document),
            "paragraph <1> 1. | Lamps were lit. They burnt\n"
            "footnote <fn 1> 1 | See above.\n"
            "footnote <fn 2> 2 | Long.\n"
            "paragraph <2> 2. | Out.\n");
}

TEST(LooseNotes, HaveMarkersAfterWordsMarksAndQuotes) {
  for (const std::string text :
       {"lamps2", "lamps2 and", "lamps,2 and", "lamps.2 They", "“lamps”2 and", "lamps2.",
        "(lamps)2 and", "lamps”.2", "été2 et"}) {
    std::string left = text;
    EXPECT_TRUE(structure::take_glued_number(left, "2")) << text;
    EXPECT_EQ(left.find('2'), std::string::npos) << text;
  }
}

TEST(LooseNotes, AreNoneWithoutAMarkerAbove) {
  EXPECT_EQ(outline(read("1. Lamps were lit.\n\n1 January was dark.\n\n2 Lamps stood there.\n")),
            "paragraph <1> 1. | Lamps were lit.\n"
            "continuation <1> | 1 January was dark.\n"
            "continuation <1> | 2 Lamps stood there.\n");
  EXPECT_EQ(outline(read("1. From February to1 March.\n\n1 April 2036\n")),
            "paragraph <1> 1. | From February to1 March.\nformula <> | 1 April 2036\n");
}

TEST(LooseNotes, LeaveNumbersThatAreNoMarkers) {
  for (const std::string text : {"CO2", "1,069", "3.5", "example.org/item2", "A/2", "page 2", "G2",
                                 "lamps2x", "table2.1", "COVID2", "28 February–2 April", "12"}) {
    std::string left = text;
    EXPECT_FALSE(structure::take_glued_number(left, "2")) << text;
    EXPECT_EQ(left, text);
  }
}

}  // namespace
}  // namespace undex
