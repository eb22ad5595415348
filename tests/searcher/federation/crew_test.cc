#include "searcher/federation/crew.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace undex::federation {
namespace {

TEST(Crew, HasNoMoreThreadsThanItMay) {
  std::promise<void> gate;
  const std::shared_future<void> open = gate.get_future().share();
  std::atomic<int> done = 0;
  {
    Crew crew(2);
    std::promise<void> started;
    EXPECT_TRUE(crew.start([&] { open.wait(), ++done; }));
    EXPECT_TRUE(crew.start([&] { started.set_value(), open.wait(), ++done; }));
    started.get_future().wait();
    EXPECT_TRUE(crew.start([&] { ++done; }));
    EXPECT_TRUE(crew.start([&] { ++done; }));
    EXPECT_FALSE(crew.start([&] { ++done; }));
    gate.set_value();
  }
  EXPECT_EQ(done, 4);  // it waits for what runs and what waits
}

TEST(Crew, UsesAThreadAgain) {
  Crew crew(1);
  for (int turn = 0; turn < 100; ++turn) {
    std::promise<void> done;
    while (!crew.start([&] { done.set_value(); })) std::this_thread::yield();
    done.get_future().wait();
  }
}

}  // namespace
}  // namespace undex::federation
