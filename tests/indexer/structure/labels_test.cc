#include "indexer/structure/labels.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace undex::structure {
namespace {

std::string shown(std::string_view text) {
  const auto label = read_label(text);
  if (!label) return "none";
  return label->printed + " | " + std::string(text.substr(label->end));
}

TEST(Labels, AreReadInEveryFormOfTheUnitedNations) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"18.\tThe group met", "18. | The group met"},
      {"18. The group met", "18. | The group met"},
      {"18.The group met", "18. | The group met"},
      {"- 18. The group met", "18. | The group met"},
      {"12 bis. New text", "12 bis. | New text"},
      {"29.14 The unit has", "29.14 | The unit has"},
      {"29.14\tthe unit has", "29.14 | the unit has"},
      {"29B.4 The unit has", "29B.4 | The unit has"},
      {"31.I.4\tThe unit has", "31.I.4 | The unit has"},
      {"(g)\tHelp", "(g) | Help"},
      {"(xiv) Help", "(xiv) | Help"},
      {"(aa) Help", "(aa) | Help"},
      {"a) Aider les bureaux", "a) | Aider les bureaux"},
      {"(3) Third", "(3) | Third"},
      {"II.\tActions", "II. | Actions"},
      {"A. Ongoing work", "A. | Ongoing work"},
      {"IV\tActions", "IV | Actions"},
      {"7\tSeventh", "7 | Seventh"},
      {"• First", "• | First"},
      {"**\tLate", "** | Late"},
      {"5/ See above.", "5/ | See above."},
      {"a\tFunded otherwise", "a | Funded otherwise"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(shown(text), expected) << text;
}

TEST(Labels, AreNotSeenInNumbersThatBeginASentence) {
  for (const std::string text : {"1.3 million visits",
                                 "2.5 per cent of it",
                                 "2020 (2011), 2077 (2012)",
                                 "15 March 2003",
                                 "9/11 and after",
                                 "79/194. A title",
                                 "10 of the 12 States",
                                 "(see para. 4)",
                                 "(ICT) is here",
                                 "e.g. this one",
                                 "U.S. dollars",
                                 "New York",
                                 "18.",
                                 "(a)",
                                 "2003",
                                 "",
                                 "*",
                                 "www.un.org",
                                 "10.30 a.m.",
                                 "(Signed) Someone",
                                 "I am here",
                                 "12345. Too long a number"})
    EXPECT_EQ(shown(text), "none") << text;
}

TEST(Labels, OfAFormatAreReadWhole) {
  const auto label = label_from_format("29.14");
  ASSERT_TRUE(label);
  EXPECT_EQ(label->core, "29.14");
  EXPECT_FALSE(label_from_format("Note"));
  EXPECT_FALSE(label_from_format(""));
}

TEST(Labels, OfAHostileLineEndSoon) {
  std::string dashes;
  for (int i = 0; i < 200000; ++i) dashes += "- ";
  EXPECT_TRUE(read_label(dashes + "x"));
  EXPECT_FALSE(read_label(std::string(1000000, '(')));
  EXPECT_FALSE(read_label(std::string(1000000, '9')));
}

}  // namespace
}  // namespace undex::structure
