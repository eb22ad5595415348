#pragma once
// What the service has done, for those who watch it: Prometheus' text format 0.0.4.
#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/serve/listener.h"

namespace undex::serve {

/// Upper bounds of the histogram of answers, in seconds; a last bucket holds the slower ones.
inline constexpr std::array kSecondsBounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                              0.1,   0.25,   0.5,   1.0,  2.5,   5.0};

/// Counted by many threads at once, without a lock.
class Metrics {
 public:
  /// A row for each route; the last is for what none answers.
  explicit Metrics(std::vector<std::string_view> routes);

  void count(std::size_t route, int status, std::size_t bytes, double seconds);
  /// Where the counts of connections come from. Before the first request.
  void watch(std::function<ListenerCounts()> listener) { listener_ = std::move(listener); }
  /// Where it is asked how many archives there are and how many of them answer. Before the first
  /// request; none where there is one alone.
  struct Archives {
    std::size_t listed = 0, answering = 0;
  };
  void watch_archives(std::function<Archives()> archives) { archives_ = std::move(archives); }
  std::string text() const;

 private:
  struct Row {
    std::array<std::atomic<std::uint64_t>, 6> by_status{};  ///< hundreds: 1xx to 5xx, in [1] to [5]
    std::array<std::atomic<std::uint64_t>, kSecondsBounds.size() + 1> by_seconds{};
    std::atomic<std::uint64_t> bytes{0};
    std::atomic<std::uint64_t> microseconds{0};
  };
  std::vector<std::string_view> routes_;
  std::vector<Row> rows_;
  std::function<ListenerCounts()> listener_;
  std::function<Archives()> archives_;
};

}  // namespace undex::serve
