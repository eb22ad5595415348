#include "corpus/pieces.h"

#include <gtest/gtest.h>

#include <string>

namespace undex {
namespace {

std::string letters(std::size_t count) { return std::string(count, 'a'); }

TEST(Pieces, EndAtTheLastBlankThatAPieceReaches) {
  struct Case {
    std::string text;
    std::size_t from;
    std::size_t end;
  };
  const std::size_t most = kPieceBytes;
  const Case cases[] = {
      {"", 0, 0},
      {"one word", 0, 8},
      {letters(most), 0, most},                        // what is left is one piece
      {letters(most) + " b", 0, most},                 // the blank right behind a full piece
      {letters(most - 1) + " b", 0, most - 1},         // and its last byte
      {letters(most + 1) + " b", 0, most},             // a blank out of reach
      {"a b" + letters(most), 0, 1},                   // the only one
      {"a\tb\nc" + letters(most), 0, 3},               // cells and rows of a table
      {" " + letters(most + 9), 0, most},              // one that would leave nothing
      {"x " + letters(most) + " b", 2, most + 2},      // not before where it begins
      {letters(most - 1) + "\xc3\xa9t", 0, most - 1},  // é is not cut
      {"a" + letters(most - 2) + "\xe2\x82\xac", 0, most - 1},
  };
  for (const Case& c : cases)
    EXPECT_EQ(piece_end(c.text, c.from), c.end) << c.text.substr(0, 8) << " of " << c.text.size();
}

TEST(Pieces, MakeWayInBytesThatAreNoCharacters) {
  const std::string bytes(3 * kPieceBytes, '\x80');
  EXPECT_EQ(piece_end(bytes, 0), kPieceBytes - 3);
  EXPECT_EQ(piece_end(bytes, bytes.size() - 9), bytes.size());
}

}  // namespace
}  // namespace undex
