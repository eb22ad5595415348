#include "indexer/convert/text/text.h"

#include <gtest/gtest.h>

#include "indexer/convert/formats.h"
#include "indexer/convert/text/encoding.h"
#include "tests/indexer/convert/dump.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex::test {
namespace {

std::string utf16(const std::string& ascii, bool big) {
  std::string wide;
  for (const char c : ascii) wide += big ? std::string{'\0', c} : std::string{c, '\0'};
  return wide;
}

std::string codes(const ConvertedText& text) {
  std::string all;
  for (const Notice& notice : text.notices) all += notice.code + " ";
  return all;
}

TEST(Text, KeepsALineWholeWithItsTabsAndCountsWhatStandsBeforeIt) {
  const ConvertedText text =
      convert("\tI.\tFirst\r\n\r\n\r\n1.\tOne\xC2\xA0 \n  (a)  Two\rThree\n", "a.txt");
  ASSERT_EQ(text.blocks.size(), 4U);
  EXPECT_EQ(text.format, "text");
  EXPECT_EQ(text.media_type, "text/plain");
  EXPECT_EQ(dump(text), "\tI.\tFirst\n1.\tOne\n  (a)  Two\nThree\n");
  EXPECT_FLOAT_EQ(text.blocks[0].left, 8);
  EXPECT_EQ(text.blocks[1].blank_lines_before, 2);
  EXPECT_FLOAT_EQ(text.blocks[2].left, 2);
  EXPECT_EQ(text.blocks[3].blank_lines_before, 0);
  EXPECT_FALSE(text.blocks[0].complete);
  EXPECT_EQ(text.blocks[0].page, 0);
}

TEST(Text, TakesFormFeedsForPages) {
  const ConvertedText text = convert("One\n\fTwo\nThree\n\f\n", "");
  ASSERT_EQ(text.blocks.size(), 3U);
  EXPECT_EQ(text.blocks[0].page, 1);
  EXPECT_EQ(text.blocks[1].page, 2);
  EXPECT_TRUE(text.blocks[1].page_break_before);
  EXPECT_FALSE(text.blocks[2].page_break_before);
}

TEST(Text, ReadsTheEncodingsThatConvertersWrite) {
  struct Case {
    std::string bytes;
    const char* dump;
    const char* notices;
  };
  const Case cases[] = {
      {"caf\u00e9", "café\n", ""},
      {"\xEF\xBB\xBF"
       "caf\u00e9",
       "café\n", ""},
      {"\xFF\xFE" + utf16("Text", false), "Text\n", ""},
      {"\xFE\xFF" + utf16("Text", true), "Text\n", ""},
      {utf16("Text without a mark", false), "Text without a mark\n", ""},
      {utf16("Text without a mark", true), "Text without a mark\n", ""},
      {std::string("\xFF\xFE\x3D\xD8\x00\xDE\x3D\xD8", 8), "😀\uFFFD\n", ""},
      {"caf\xE9 \x93quoted\x94 \x96 na\xEFve", "café “quoted” – naïve\n", "encoding-guessed "},
      {"ééééé éééééé \xE9 ééé", "ééééé éééééé \uFFFD ééé\n", "broken-utf8 "},
      {"cafe\u0301 co\u00ADop", "café coop\n", ""},
  };
  for (const Case& c : cases) {
    const ConvertedText text = convert(c.bytes, "");
    EXPECT_EQ(dump(text), c.dump);
    EXPECT_EQ(codes(text), c.notices) << c.dump;
  }
}

TEST(Text, DropsStrayControlsButNoWords) {
  EXPECT_EQ(dump(convert("a\x01z" + std::string(200, 'b'), "")),
            "az" + std::string(200, 'b') + "\n");
}

TEST(Text, ReadsALineOfTenMegabytes) {
  EXPECT_EQ(convert(std::string(10U << 20U, 'a'), "").blocks.size(), 1U);
}

TEST(Text, DoesNotTakeACutCharacterForDamage) {
  for (std::size_t size = 65530; size < 65542; ++size) {
    const std::string text = std::string(size, 'a') + "é" + std::string(100, 'b');
    const auto head = decode_head(text);
    ASSERT_TRUE(head);
    EXPECT_TRUE(head->notices.empty()) << size;
  }
}

TEST(Text, LeavesEverySeedThatIsPlainPlain) {
  UNDEX_NEEDS_SHARED();
  struct Seed {
    const char* file;
    const char* format;
  };
  const Seed seeds[] = {{"E-2003-75.txt", "text"},
                        {"E-2009-21.txt", "text"},
                        {"A-58-568.txt", "markdown"},
                        {"ODA-2023-00042.txt", "markdown"}};
  for (const Seed& seed : seeds) {
    const ConvertedText text = convert(read_file(shared_dir() / "corpus/seeds" / seed.file), "");
    EXPECT_EQ(text.format, seed.format) << seed.file;
    EXPECT_TRUE(text.notices.empty()) << seed.file;
    for (const ConvertedBlock& block : text.blocks) {
      for (const char* debris : {"$\\", "^{", "<u>", "</u>", "**electr"})
        EXPECT_EQ(block.text.find(debris), std::string::npos) << block.text;
    }
  }
}

}  // namespace
}  // namespace undex::test
