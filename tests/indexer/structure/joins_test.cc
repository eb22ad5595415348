#include <gtest/gtest.h>

#include "tests/indexer/structure/lines.h"

namespace undex {
namespace {

using test::outline;
using test::read;

TEST(Joins, MendASentenceCutByAPage) {
  const Document document = read(
      "1. The lamps of the reading room were bought in a hurry and of the cheap\n\n"
      "kind, which smokes.\n\n2. They were sold.\n");
  EXPECT_EQ(outline(document),
            "paragraph <1> 1. | The lamps of the reading room were bought in a hurry and of the "
            "cheap kind, which smokes.\n"
            "paragraph <2> 2. | They were sold.\n");
  EXPECT_EQ(test::notice_codes(document), "joined-pages <1>");
}

TEST(Joins, GoOnWithACapitalWhereTheSentenceIsNotFinished) {
  EXPECT_EQ(outline(read("1.\tThe lamps were lit on the day after the meeting with the\n\n"
                         "Secretary of the reading room.\n\n"
                         "2.\tThe lamps that were lit on that day are these; and\n\n"
                         "Others that were not.\n")),
            "paragraph <1> 1. | The lamps were lit on the day after the meeting with the Secretary "
            "of the reading room.\n"
            "paragraph <2> 2. | The lamps that were lit on that day are these; and\n"
            "continuation <2> | Others that were not.\n");
}

TEST(Joins, KeepASymbolThatEndsASentenceOnALineOfItsOwn) {
  EXPECT_EQ(outline(read("1.\tThe lamps of the reading room are described at length in\n"
                         "A/58/999.\n\n2.\tThey were sold.\n")),
            "paragraph <1> 1. | The lamps of the reading room are described at length in "
            "A/58/999.\n"
            "paragraph <2> 2. | They were sold.\n");
}

TEST(Joins, PassOverPageNumbersBetweenTheHalves) {
  EXPECT_EQ(
      outline(read("1.\tThe lamps of the reading room were bought in a hurry and of the cheap\n"
                   "\n7\n\nkind, which smokes.\n")),
      "paragraph <1> 1. | The lamps of the reading room were bought in a hurry and of the "
      "cheap kind, which smokes.\n");
}

TEST(Joins, NeverSwallowListItemsHeadingsOrPreambularParagraphs) {
  EXPECT_EQ(outline(read("The General Assembly,\n\n"
                         "Recalling all the lamps that were ever bought by the reading room,\n"
                         "Noting that none of them is left at the time of writing this text,\n"
                         "1.\tDecides to buy new ones and to keep them\n"
                         "(a)\tclean and\n"
                         "(b)\tlit.\n")),
            "formula <> | The General Assembly,\n"
            "preambular <pp. 1> | Recalling all the lamps that were ever bought by the reading "
            "room,\n"
            "preambular <pp. 2> | Noting that none of them is left at the time of writing this "
            "text,\n"
            "paragraph <1> 1. | Decides to buy new ones and to keep them\n"
            "subparagraph <1 (a)> (a) | clean and\n"
            "subparagraph <1 (b)> (b) | lit.\n");
}

TEST(Joins, PutTheLinesOfANarrowTextTogether) {
  std::string text;
  for (int i = 1; i <= 6; ++i) {
    text += std::to_string(i) +
            ". The committee went through the lamps one by one and wrote down\n"
            "the state of each. It found that most of them had been cleaned, as\n"
            "the rules ask, by the evening.\n\n";
  }
  const Document document = read(text);
  ASSERT_EQ(document.blocks.size(), 6U) << outline(document);
  EXPECT_TRUE(document.blocks[5].text.ends_with("as the rules ask, by the evening."));
}

TEST(Joins, PassOverRunningHeadsOfPrintedVolumes) {
  EXPECT_EQ(
      outline(read("1.\tThe lamps of the reading room were bought in a hurry and of the cheap\n"
                   "\nVI. Resolutions adopted on the reports of the Third Committee    187\n"
                   "\nkind, which smokes.\n")),
      "paragraph <1> 1. | The lamps of the reading room were bought in a hurry and of the "
      "cheap kind, which smokes.\n");
}

TEST(Joins, KeepTheHyphenOfAWordBrokenAtIt) {
  EXPECT_EQ(outline(read("1.\tThe programme for the long-term capacity-\nbuilding of lamps.\n")),
            "paragraph <1> 1. | The programme for the long-term capacity-building of lamps.\n");
}

TEST(Joins, KeepEveryLetterWhole) {
  // The last byte of "à" and of many Cyrillic, Arabic and Chinese letters resembles a blank.
  for (const std::string text : {"Il va à la mer à pied, là où il était à Àbo.", "Р Рим и Рига.",
                                 "عن الى", "个国家 和 中国 怠 慢。"}) {
    EXPECT_EQ(test::outline(test::read("1.\t" + text + "\n")), "paragraph <1> 1. | " + text + "\n");
  }
}

}  // namespace
}  // namespace undex
