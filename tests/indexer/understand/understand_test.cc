// The steps together: marks are made anew each time.
#include "indexer/understand/understand.h"

#include <gtest/gtest.h>

namespace undex {
namespace {

Document document_of(const std::string& text) {
  Document document;
  document.symbol = parse_symbol("A/58/568").value();
  Block block;
  block.kind = BlockKind::paragraph;
  block.locator = parse_locator("18").value();
  block.label = "18.";
  block.text = text;
  document.blocks.push_back(block);
  return document;
}

TEST(Understand, MakesTheMarksAnew) {
  Document document = document_of("See A/62/793 and A/58/568.");
  understand(document);
  const Marks once = document.marks;
  ASSERT_EQ(once.references.size(), 1U) << dump_marks(document);
  EXPECT_EQ(once.references[0].cited.text(), "A/62/793");
  EXPECT_EQ(words_of(document, once.references[0].span), "A/62/793");
  understand(document);
  EXPECT_EQ(document.marks, once);
}

}  // namespace
}  // namespace undex
