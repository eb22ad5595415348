// Texts made to hurt: nothing is thrown, nothing takes long, every locator is bounded.
#include <gtest/gtest.h>

#include "tests/indexer/structure/lines.h"

namespace undex {
namespace {

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + text.size());
  while (out.size() < bytes) out += text;
  return out;
}

TEST(Hostile, TextsOfManyBytesAreReadInOneGo) {
  for (const std::string_view seed : {"(a) ",
                                      "((((",
                                      "\"\"\"\"\n",
                                      "1. x\n",
                                      "I.\tHead\n",
                                      "- - - ",
                                      "*",
                                      "a\n\nb\n\n",
                                      "Annex I\n",
                                      "99999. \n",
                                      "Table 1\n",
                                      "Item 7 (d) of the ",
                                      "“",
                                      "Summary\tx.\ty.\t",
                                      "Distr.: ",
                                      "1\t",
                                      "(i)\n(ii)\n",
                                      "a1B2",
                                      "<<ODS DOC SYMBOL1>>",
                                      "A/1/1 ",
                                      "The General Assembly,\n",
                                      ". ; : ",
                                      "Contents\nA\t1\n",
                                      "Article 1\n",
                                      "x@y.zz ",
                                      "1.\nText\n",
                                      "_____\n1\nNote.\n",
                                      "Lamps, 1 and\n_____\n1\n",
                                      "(a) x. (b) y. ",
                                      "deadline 1 May 2003 "}) {
    const std::string text = repeated(seed, 300000);
    const Document document = test::read(text);
    for (const Block& block : document.blocks) {
      ASSERT_LE(block.locator.points.size(), 8U);
      ASSERT_LT(block.section, static_cast<int>(document.blocks.size()));
    }
  }
}

TEST(Hostile, NotesBelowALongLineAreSoughtOnce) {
  std::string text = "1. " + repeated("Lamps, 1 and 12 and ", 3000000) + "\n_____\n";
  for (int i = 1; i <= 90; ++i) text += std::to_string(i) + "\nNote.\n";
  const Document document = test::read(text);
  ASSERT_GT(document.blocks.size(), 90U);
  EXPECT_EQ(document.blocks.back().locator.text(), "fn 90");
}

TEST(Hostile, NestingIsLimited) {
  std::string text = "1.\tDeep:\n";
  for (int i = 0; i < 1000; ++i) text += i % 2 == 0 ? "(a)\tDeeper:\n" : "(i)\tDeeper:\n(ii)\tx:\n";
  for (const Block& block : test::read(text).blocks) EXPECT_LE(block.locator.points.size(), 8U);
}

TEST(Hostile, EveryByteMayStandAnywhere) {
  std::string bytes;
  for (int i = 1; i < 256; ++i) bytes += static_cast<char>(i);
  for (std::size_t from = 0; from < bytes.size(); ++from) {
    const Document document = test::read(bytes.substr(from) + "\n" + bytes.substr(0, from));
    EXPECT_FALSE(document.blocks.empty());
  }
  EXPECT_TRUE(test::read("").blocks.empty());
}

TEST(Hostile, NoteOffsetsOutsideTheTextAreBroughtBack) {
  ConvertedText text;
  ConvertedBlock block = test::paragraph("Lamps", "1.");
  block.notes = {{1000, "1"}, {2, "2"}};
  text.blocks = {block};
  const Document document = read_structure(text, "x");
  ASSERT_EQ(document.blocks.size(), 1U);
  for (const NoteReference& note : document.blocks[0].notes)
    EXPECT_LE(note.offset, document.blocks[0].text.size());
}

}  // namespace
}  // namespace undex
