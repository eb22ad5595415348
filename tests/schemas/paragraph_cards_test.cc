#include "schemas/paragraph_cards.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/schemas/aligned.h"
#include "undex/error.h"

namespace undex {
namespace {

std::string written(const std::vector<std::string>& cards) {
  std::ostringstream out;
  ParagraphCardsWriter writer(out);
  for (const std::string& card : cards) writer.add(card);
  writer.finish();
  return out.str();
}

TEST(ParagraphCards, GiveBackWhatWasWritten) {
  const ParagraphCard card{.key = "k",
                           .locator = "3 (a)",
                           .kind = "paragraph",
                           .label = "(a)",
                           .text = "Nine lamps.",
                           .block = 7};
  const std::vector<std::string> list = {"", write_card(card), "", "x"};
  const test::Aligned bytes(written(list));
  const ParagraphCards cards(bytes.bytes());
  ASSERT_EQ(cards.end(), list.size());
  for (std::size_t docid = 0; docid < list.size(); ++docid)
    EXPECT_EQ(cards.bytes_of(docid), list[docid]);
  EXPECT_EQ(cards.at(1).text, "Nine lamps.");
  EXPECT_EQ(cards.at(1).block, 7);
  EXPECT_EQ(cards.bytes_of(4), "") << "behind the last";
  EXPECT_THROW(cards.at(2), Error) << "no paragraph";
  EXPECT_THROW(cards.at(4), Error);
}

TEST(ParagraphCards, FollowBySizes) {
  std::ostringstream out;
  ParagraphCardsWriter writer(out);
  writer.add({});
  writer.add("one");
  out << "twothree";
  const std::uint32_t sizes[] = {3, 0, 5};
  writer.follow(sizes);
  writer.finish();
  EXPECT_EQ(out.str(), written({"", "one", "two", "", "three"}));
}

TEST(ParagraphCards, OfNoneAreEmpty) {
  const test::Aligned bytes(written({}));
  EXPECT_EQ(ParagraphCards(bytes.bytes()).end(), 0u);
  EXPECT_EQ(ParagraphCards().bytes_of(0), "");
}

/// Reads all there is; true when it was refused.
bool is_refused(const std::string& bytes) {
  const test::Aligned aligned(bytes);
  try {
    const ParagraphCards cards(aligned.bytes());
    for (std::size_t docid = 0; docid < cards.end(); ++docid) cards.bytes_of(docid);
    return false;
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::archive);
    return true;
  }
}

TEST(ParagraphCards, AreNeverReadBeyondTheirBytes) {
  const std::string whole = written({"", "first", "second"});
  EXPECT_FALSE(is_refused(whole));
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_TRUE(is_refused(whole.substr(0, size))) << size;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x80);
    is_refused(changed);  // read or refused, never beyond
  }
  EXPECT_TRUE(is_refused("undexrun" + whole.substr(8))) << "another file";
}

}  // namespace
}  // namespace undex
