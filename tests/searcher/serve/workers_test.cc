#include "searcher/serve/workers.h"

#include <gtest/gtest.h>

#include <future>

namespace undex::serve {
namespace {

/// One worker that is kept busy until end(); what it did and what was refused, in order.
class Busy {
 public:
  explicit Busy(std::size_t most_waiting) : workers_(1, most_waiting) {
    std::promise<void> begun;
    workers_.add("busy", {.run =
                              [&, this] {
                                begun.set_value();
                                free_.get_future().wait();
                              },
                          .refuse = {}});
    begun.get_future().wait();
  }
  void add(const std::string& who, const std::string& what) {
    workers_.add(who, {.run = [this, what] { done_ += what; },
                       .refuse = [this, what] { refused_ += what; }});
  }
  std::string end() {
    std::promise<void> last;
    free_.set_value();
    while (workers_.waiting() > 0) std::this_thread::yield();
    workers_.add("last", {.run = [&] { last.set_value(); }, .refuse = {}});
    last.get_future().wait();
    return done_;
  }
  const std::string& refused() const { return refused_; }
  std::size_t waiting() const { return workers_.waiting(); }

 private:
  std::promise<void> free_;
  std::string done_, refused_;
  Workers workers_;
};

TEST(Workers, TakeTurnsBetweenThoseWhoAsk) {
  Busy busy(100);
  for (const char* what : {"a", "b", "c", "d"}) busy.add("one", what);
  for (const char* what : {"1", "2"}) busy.add("two", what);
  busy.add("three", "x");
  EXPECT_EQ(busy.waiting(), 7u);
  EXPECT_EQ(busy.end(), "a1xb2cd");
}

TEST(Workers, RefuseWhoeverHasTheMostWaiting) {
  Busy busy(4);
  for (const char* what : {"a", "b", "c", "d"}) busy.add("one", what);
  EXPECT_EQ(busy.refused(), "");
  busy.add("one", "e");
  EXPECT_EQ(busy.refused(), "e");
  busy.add("two", "1");
  busy.add("two", "2");
  EXPECT_EQ(busy.refused(), "edc");
  busy.add("two", "3");  // both have two
  busy.add("three", "x");
  EXPECT_EQ(busy.refused().substr(0, 4), "edc3");
  EXPECT_EQ(busy.refused().size(), 5u);  // and the last of one of them
  EXPECT_EQ(busy.waiting(), 4u);
  const std::string done = busy.end();
  EXPECT_TRUE(done == "a1xb" || done == "a1x2") << done;
}

TEST(Workers, RefuseTheNewcomerWhereNobodyHasMore) {
  Busy busy(3);
  for (const char* who : {"1", "2", "3", "4"}) busy.add(who, who);
  EXPECT_EQ(busy.refused(), "4");
  EXPECT_EQ(busy.end(), "123");
}

TEST(Workers, RefuseAllWhereNothingMayWait) {
  Workers workers(0, 0);
  bool refused = false;
  workers.add("one", {.run = [] {}, .refuse = [&] { refused = true; }});
  EXPECT_TRUE(refused);
}

TEST(Workers, ForgetWhatWaitsWhenTheyStop) {
  bool done = false;
  {
    Workers workers(0, 9);
    workers.add("one", {.run = [&] { done = true; }, .refuse = {}});
    EXPECT_EQ(workers.waiting(), 1u);
  }
  EXPECT_FALSE(done);
}

}  // namespace
}  // namespace undex::serve
