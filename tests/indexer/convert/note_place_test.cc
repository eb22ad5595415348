#include "indexer/convert/note_place.h"

#include <gtest/gtest.h>

#include <vector>

namespace undex {
namespace {

/// "lamps^1 lit": a note stands where its mark is shown; "[*] " in front is the label of a note.
std::string shown(const ConvertedBlock& block) {
  std::string out = block.text;
  for (auto note = block.notes.rbegin(); note != block.notes.rend(); ++note)
    out.insert(note->offset, "^" + note->marker);
  return (block.role == ConvertedBlock::Role::footnote ? "[" + block.label + "] " : "") + out;
}

TEST(NotePlace, FollowsTheText) {
  struct Case {
    std::string text;
    std::vector<NoteReference> notes;
    std::string marker;
    bool in_cell;
    std::string expected;
  };
  const Case cases[] = {
      {" \tlamps lit \n", {{7, "1"}}, "", false, "lamps^1 lit"},
      {"  ", {{0, "1"}, {2, "2"}}, "", false, "^1^2"},
      {"lamps ", {{6, "1"}}, "", false, "lamps^1"},
      {" lamps", {{6, "1"}}, "*", false, "[*] lamps^1"},
      {" lamps", {{6, "1"}}, "*", true, "* lamps^1"},
      {" ", {{1, "1"}}, "*", true, "*^1"},
      {" ", {{1, "1"}}, "*", false, "*^1"},
  };
  for (const Case& c : cases) {
    ConvertedBlock block;
    block.text = c.text;
    block.notes = c.notes;
    trim(block);
    lead_with(block, c.marker, c.in_cell);
    EXPECT_EQ(shown(block), c.expected) << '"' << c.text << '"';
  }
}

TEST(NotePlace, IsThatOfTheWordsLeftWhenTheFrontIsCut) {
  ConvertedBlock block;
  block.text = "**\tlamps lit";
  block.notes = {{1, "1"}, {8, "2"}};
  cut_front(block, 2);
  EXPECT_EQ(shown(block), "^1lamps^2 lit");
}

}  // namespace
}  // namespace undex
