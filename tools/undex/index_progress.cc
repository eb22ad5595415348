#include "tools/undex/index_progress.h"

#include <cstdio>
#include <string>

namespace undex::tool {
namespace {

constexpr std::chrono::milliseconds kBetweenLines{100};
constexpr std::chrono::milliseconds kBetweenSamples{500};
constexpr std::size_t kSamples = 20;

std::string duration_in_words(double seconds) {
  const auto whole = static_cast<std::size_t>(seconds) + 1;
  if (whole < 100) return std::to_string(whole) + " s";
  if (whole < 6000) return std::to_string((whole + 30) / 60) + " min";
  return std::to_string((whole + 1800) / 3600) + " h";
}

}  // namespace

std::string pace_in_words(double seconds, std::size_t sources, std::size_t documents,
                          std::size_t bytes, std::size_t left) {
  if (seconds <= 0 || sources == 0) return {};
  std::string words;
  if (documents > 0) {
    char rates[64];
    std::snprintf(rates, sizeof rates, "%.*f documents/s, %.1f MB/s, ",
                  static_cast<double>(documents) < 10 * seconds ? 1 : 0,
                  static_cast<double>(documents) / seconds,
                  static_cast<double>(bytes) / 1e6 / seconds);
    words = rates;
  }
  return words +
         duration_in_words(static_cast<double>(left) * seconds / static_cast<double>(sources)) +
         " left";
}

bool IndexProgress::is_due() {
  const Clock::time_point now = Clock::now();
  if (now - shown_ < kBetweenLines) return false;
  shown_ = now;
  return true;
}

void IndexProgress::show(const IngestProgress& progress) {
  const Sample now{Clock::now(), progress.done, progress.read, progress.bytes};
  if (samples_.empty() || now.time - samples_.back().time >= kBetweenSamples)
    samples_.push_back(now);
  if (samples_.size() > kSamples) samples_.pop_front();
  if (!is_due()) return;
  const Sample& then = samples_.front();
  const std::string pace = pace_in_words(
      std::chrono::duration<double>(now.time - then.time).count(), now.done - then.done,
      now.read - then.read, now.bytes - then.bytes, progress.total - progress.done);
  line_.show(progress.done, progress.total, pace + (pace.empty() ? "" : "  ") + progress.source);
}

void IndexProgress::show(std::size_t done, std::size_t total, std::string_view what) {
  if (is_due() || done == total) line_.show(done, total, what);
}

}  // namespace undex::tool
