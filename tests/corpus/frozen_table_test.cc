#include "corpus/frozen_table.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "corpus/label_table.h"

namespace undex {
namespace {

constexpr std::string_view kLines =
    "desk\tfr\tbureau\n"
    "desk\tes\tmesa\n"
    "desks\tfr\tbureaux\n"
    "lamp\tfr\t\n";

/// As a careless generator would: all keys in one row from the first slot of each on.
std::vector<std::uint32_t> slots_of(std::string_view lines, std::size_t count) {
  std::vector<std::uint32_t> slots(count, kFreeSlot);
  std::set<std::string_view> seen;
  for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1) {
    const std::string_view key = lines.substr(at, lines.find('\t', at) - at);
    if (!seen.insert(key).second) continue;
    std::size_t slot = slot_of(key, count);
    while (slots[slot] != kFreeSlot) slot = (slot + 1) % count;
    slots[slot] = static_cast<std::uint32_t>(at);
  }
  return slots;
}

struct Asked {
  std::string_view key, lines;
};
constexpr Asked kAsked[] = {
    {"desk", "desk\tfr\tbureau\ndesk\tes\tmesa\n"},
    {"desks", "desks\tfr\tbureaux\n"},
    {"lamp", "lamp\tfr\t\n"},
    {"des", ""},
    {"lamps", ""},
    {"", ""},
};

TEST(FrozenTable, GivesTheLinesOfAWholeKey) {
  for (const std::size_t count : {4, 8, 64}) {  // a free slot at least: it ends the search
    const std::vector<std::uint32_t> slots = slots_of(kLines, count);
    for (const Asked& asked : kAsked)
      EXPECT_EQ(lines_of({kLines, slots}, asked.key), asked.lines) << count << ' ' << asked.key;
  }
}

TEST(FrozenTable, CutsALineAtItsTabs) {
  std::string_view rest = "desk\tfr\tbureau\nlamp\n\t\tend";
  std::array<std::string_view, 3> row;
  std::vector<std::string> rows;
  while (take_row(rest, row))
    rows.push_back(std::string(row[0]) + '|' + std::string(row[1]) + '|' + std::string(row[2]));
  EXPECT_EQ(rows, (std::vector<std::string>{"desk|fr|bureau", "lamp||", "||end"}));
}

TEST(FrozenTable, OfLabelsFindsEachOfItsLines) {
  const FrozenTable table = label_table();
  std::array<std::string_view, 4> row;
  std::size_t count = 0;
  for (std::string_view rest = table.lines; take_row(rest, row); ++count) {
    const std::string key =
        std::string(row[0]).append("\t").append(row[1]).append("\t").append(row[2]);
    EXPECT_EQ(lines_of(table, key), key + '\t' + std::string(row[3]) + '\n');
  }
  EXPECT_GT(count, 2000U);
}

}  // namespace
}  // namespace undex
