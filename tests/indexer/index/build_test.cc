#include "indexer/index/build.h"

#include <gtest/gtest.h>

namespace undex {
namespace {

TEST(RunsOfABuild, AreEqualPartsOfFewAndFullRunsOfMany) {
  using Ends = std::vector<std::size_t>;
  EXPECT_EQ(ends_of_runs({5, 5, 5, 5}, 2), (Ends{2, 4}));
  EXPECT_EQ(ends_of_runs({900, 1, 1, 1}, 2), (Ends{1, 4}));
  EXPECT_EQ(ends_of_runs({1, 1, 1, 900}, 2), (Ends{3, 4}));
  EXPECT_EQ(ends_of_runs({9, 1, 1, 9, 5, 5}, 3), (Ends{2, 4, 6}));
  EXPECT_EQ(ends_of_runs({7}, 4), (Ends{1}));
  EXPECT_EQ(ends_of_runs({7, 7, 7}, 1), (Ends{3}));
  EXPECT_EQ(ends_of_runs({0, 0, 0}, 2).back(), 3u);
  EXPECT_EQ(ends_of_runs(Ends(100, 3), 2), (Ends{50, 100}));
  EXPECT_EQ(ends_of_runs(Ends(130, 3), 2), (Ends{50, 100, 130}));
}

TEST(WorkerBounds, FollowTheMemory) {
  const WorkerBounds wide = worker_bounds({.workers = 2, .memory_bytes = 512 << 20});
  const WorkerBounds narrow = worker_bounds({.workers = 2, .memory_bytes = kLeastMemory});
  EXPECT_EQ(wide.workers, 2u);
  EXPECT_EQ(narrow.workers, 2u);
  EXPECT_LT(narrow.waiting.document_text_bytes, wide.waiting.document_text_bytes);
  EXPECT_LE(narrow.waiting.sorted_bytes, wide.waiting.sorted_bytes);
  EXPECT_LT(narrow.changing.document_text_bytes, wide.changing.document_text_bytes);
  EXPECT_EQ(worker_bounds({.workers = 8, .memory_bytes = kLeastMemory}).workers, 2u);
  EXPECT_EQ(worker_bounds({.workers = 1, .memory_bytes = 0}).workers, 1u);
  EXPECT_GE(worker_bounds({.workers = 0}).workers, 1u);
}

}  // namespace
}  // namespace undex
