#include "indexer/convert/record_page.h"

#include <gtest/gtest.h>

#include "undex/error.h"

namespace undex {
namespace {

/// The page from a record on, of so many records of that size.
Members page_of(std::size_t records, std::size_t bytes, std::size_t from) {
  RecordPage page(from);
  for (std::size_t number = 0; number < records; ++number)
    if (page.go_on() &&
        !page.add(
            {.name = page.name(), .bytes = std::string(bytes, 'x'), .reason = {}, .remedy = {}}))
      break;
  return page.take();
}

TEST(RecordPage, HoldsTenThousandRecords) {
  const Members first = page_of(10'001, 1, 0);
  EXPECT_EQ(first.list.size(), 10'000u);
  EXPECT_EQ(first.next, 10'000u);
  const Members second = page_of(10'001, 1, first.next);
  ASSERT_EQ(second.list.size(), 1u);
  EXPECT_EQ(second.list[0].name, "record 10001");
  EXPECT_EQ(second.next, 0u);
}

TEST(RecordPage, Holds32MegabytesAndOneRecordAtLeast) {
  constexpr std::size_t kMegabyte = std::size_t{1} << 20;
  EXPECT_EQ(page_of(5, 16 * kMegabyte, 0).next, 2u);
  EXPECT_EQ(page_of(5, 16 * kMegabyte, 3).list.size(), 2u);
  const Members large = page_of(2, 40 * kMegabyte, 0);
  EXPECT_EQ(large.list.size(), 1u);
  EXPECT_EQ(large.next, 1u);
}

TEST(RecordPage, RefusesAFileOfTooMany) {
  EXPECT_EQ(page_of(100'000, 1, 99'999).list.size(), 1u);
  EXPECT_THROW(page_of(100'001, 1, 99'999), Error);
}

}  // namespace
}  // namespace undex
