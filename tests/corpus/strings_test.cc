#include "corpus/strings.h"

#include <gtest/gtest.h>

#include <string>

namespace undex {
namespace {

TEST(Strings, AreCutAtEveryMark) {
  std::string cut;
  for (const std::string_view piece : split("a||b|", '|')) cut += "<" + std::string(piece) + ">";
  EXPECT_EQ(cut, "<a><><b><>");
  EXPECT_EQ(split("", '|').size(), 1u);
}

TEST(Strings, AreAsFarApartAsTheirFewestEdits) {
  const struct {
    const char* a;
    const char* b;
    std::size_t edits;
  } cases[] = {{"symbol", "symbol", 0}, {"symbl", "symbol", 1}, {"sybmol", "symbol", 1},
               {"", "year", 4},         {"yaer", "year", 1},    {"organ", "year", 4}};
  for (const auto& example : cases) {
    EXPECT_EQ(edit_distance(example.a, example.b), example.edits) << example.a;
    EXPECT_EQ(edit_distance(example.b, example.a), example.edits) << example.b;
  }
}

}  // namespace
}  // namespace undex
