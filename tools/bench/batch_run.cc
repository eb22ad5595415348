// undex-bench-batch JOBS ARCHIVE PATH... (tools/bench/batch runs it): one run of sources into an
// archive, without the index, and what it took: a line of JSON.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <vector>

#include "corpus/archive.h"
#include "indexer/ingest.h"

namespace {

long peak_kb(int whose) {
  rusage usage{};
  getrusage(whose, &usage);
  return usage.ru_maxrss;
}

int run(std::size_t jobs, const char* dir, const std::vector<std::filesystem::path>& paths) {
  using Clock = std::chrono::steady_clock;
  undex::Archive archive = undex::Archive::open(dir, undex::Archive::Mode::write);
  std::size_t bytes = 0;
  undex::IngestOptions options;
  options.now = "2024-01-01T00:00:00Z";
  options.jobs = jobs;
  options.progress = [&](const undex::IngestProgress& progress) { bytes = progress.bytes; };
  const Clock::time_point start = Clock::now();
  const undex::IngestSummary summary = undex::ingest(archive, paths, options);
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  std::printf(
      "{\"jobs\": %zu, \"seconds\": %.3f, \"documents\": %zu, \"unchanged\": %zu, "
      "\"failed\": %zu, \"bytes\": %zu, \"parent_kb\": %ld, \"child_kb\": %ld}\n",
      jobs, seconds, summary.added + summary.changed + summary.same_text + summary.conflict,
      summary.unchanged, summary.failed, bytes, peak_kb(RUSAGE_SELF), peak_kb(RUSAGE_CHILDREN));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: undex-bench-batch JOBS ARCHIVE PATH...\n");
    return 2;
  }
  try {
    return run(std::strtoul(argv[1], nullptr, 10), argv[2], {argv + 3, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "undex-bench-batch: %s\n", error.what());
    return 3;
  }
}
