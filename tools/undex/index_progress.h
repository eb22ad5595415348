#pragma once
// How far `undex index` has come, how fast, and how long it will take: one line on a terminal.
#include <chrono>
#include <cstddef>
#include <deque>

#include "indexer/ingest.h"
#include "tools/undex/terminal.h"

namespace undex::tool {

class IndexProgress {
 public:
  explicit IndexProgress(bool quiet) : line_(quiet) {}
  void show(const IngestProgress& progress);
  void show(std::size_t done, std::size_t total, std::string_view what);
  void clear() { line_.clear(); }

 private:
  using Clock = std::chrono::steady_clock;
  struct Sample {
    Clock::time_point time;
    std::size_t done = 0, read = 0, bytes = 0;
  };
  bool is_due();

  Progress line_;
  Clock::time_point shown_;
  std::deque<Sample> samples_;  // of the last seconds: a rate over all would not see a change
};

/// "41 documents/s, 3.2 MB/s, 2 min left": `seconds` went by for so many sources, documents and
/// bytes, and so many sources are left. What cannot be told yet is left out.
std::string pace_in_words(double seconds, std::size_t sources, std::size_t documents,
                          std::size_t bytes, std::size_t left);

}  // namespace undex::tool
