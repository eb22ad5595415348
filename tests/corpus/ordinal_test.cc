#include "corpus/ordinal.h"

#include <gtest/gtest.h>

namespace undex {
namespace {

TEST(Ordinal, IsReadInWordsAndInDigits) {
  EXPECT_EQ(ordinal_value("first"), 1);
  EXPECT_EQ(ordinal_value("Twelfth"), 12);
  EXPECT_EQ(ordinal_value("fortieth"), 40);
  EXPECT_EQ(ordinal_value("FIFTY-EIGHTH"), 58);
  EXPECT_EQ(ordinal_value("eighty-first"), 81);
  EXPECT_EQ(ordinal_value("78th"), 78);
  for (const char* word : {"", "fifty", "fifty-", "eighty-tenth", "th", "1000th", "session"})
    EXPECT_FALSE(ordinal_value(word)) << word;
}

}  // namespace
}  // namespace undex
