// Evidence that a name changed, and words that are none.
#include "indexer/understand/proposals/renamings.h"

#include <gtest/gtest.h>

namespace undex {
namespace {

std::string renamings_of(const std::string& text) {
  std::string out;
  for (const Renaming& one : find_renamings(text))
    out += (out.empty() ? "" : " | ") + one.from + " " + std::string(name_of(one.kind)) + " " +
           one.to + (one.when.empty() ? "" : " @" + one.when);
  return out;
}

struct TextCase {
  std::string text;
  std::string found;
};

TEST(Renamings, AreFoundInTexts) {
  const TextCase kCases[] = {
      {"the Office of Tidal Affairs (previously the Harbour Division) met",
       "Harbour Division renamed Office of Tidal Affairs"},
      {"The Tidal Network, formerly known as the Harbour Forum, grew.",
       "Harbour Forum renamed Tidal Network"},
      {"a reform of the then Harbour Committee on Beacons, now the Beacon Board for Ships, began",
       "Harbour Committee on Beacons renamed Beacon Board for Ships"},
      {"The Harbour Division was renamed the Office of Tidal Affairs on 4 May 2031.",
       "Harbour Division renamed Office of Tidal Affairs @2031-05-04"},
      {"BeaconNet has since been replaced by TideWeb.", "BeaconNet replaced by TideWeb"},
      {"They opened a beacon portal for pilots, replacing the previous paper guide for ships "
       "(see below).",
       "paper guide for ships replaced by beacon portal for pilots"},
      {"The Harbour Division was merged into the Office of Tidal Affairs.",
       "Harbour Division merged into Office of Tidal Affairs"},
      {"It set up a new Office of Tidal Affairs (OOTA), which will be made up of the previous "
       "Harbour Division from the Department of Ships and some ICT staff from the Beacon Section "
       "of the Department of Lights.",
       "Harbour Division merged into Office of Tidal Affairs | Beacon Section of the Department of "
       "Lights part transferred to Office of Tidal Affairs"},
      {"the Beacon Guide, which replaced the Harbour Handbook,",
       "Harbour Handbook replaced by Beacon Guide"},
  };
  for (const TextCase& one : kCases) EXPECT_EQ(renamings_of(one.text), one.found) << one.text;
}

TEST(Renamings, AreNotFoundWhereNoNameChanges) {
  const char* const kTexts[] = {
      "Paragraph 5 was replaced by the following text.",
      "Article 5 should be replaced by Article 6.",
      "Mr. Alder was succeeded by Ms. Birch.",
      "The Harbour Division previously trained pilots.",
      "The Harbour Division is now in Geneva.",
      "The Harbour Division met. Previously the Tidal Section had met.",
      "old lamps were replaced by new lamps",
      "the existing system, replacing the lamps",
  };
  for (const char* text : kTexts) EXPECT_EQ(renamings_of(text), "") << text;
}

TEST(Renamings, AreLinearInHostileText) {
  for (const char* unit : {"previously ", "now the ", "Aa now the ", "a b replacing the previous ",
                           "Office, now Office, ", "made up of the previous "}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    find_renamings(text);
  }
}

}  // namespace
}  // namespace undex
