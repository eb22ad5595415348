#include "tools/undex/index_run.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

#include "corpus/archive.h"
#include "corpus/utc.h"
#include "indexer/refresh.h"
#include "tools/undex/index_report.h"
#include "tools/undex/interrupt.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

constexpr std::size_t kMostJobs = 256;
constexpr std::size_t kMegabyte = 1 << 20;
constexpr std::size_t kMostMemory = std::size_t{64} << 30;

std::size_t jobs_of(const Arguments& arguments) {
  const std::size_t given = arguments.number("jobs");
  if (given > kMostJobs)
    throw Error(ErrorKind::usage, "--jobs: " + std::to_string(given) + " processes are too many",
                "give at most " + std::to_string(kMostJobs) + "; 0 for one a core");
  return given > 0 ? given : std::max(1U, std::thread::hardware_concurrency());
}

/// A name given by mistake must not cost a document.
void require_a_report(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return;
  const int first = std::ifstream(path, std::ios::binary).get();
  if (first != std::ifstream::traits_type::eof() && first != '{')
    throw Error(ErrorKind::usage, "--report: '" + path + "' holds something else than a report",
                "name a new file, or a report that may be replaced");
}

}  // namespace

BuildBounds build_bounds(const Arguments& arguments) {
  const std::size_t memory = arguments.number("memory");
  if (memory < kLeastMemory / kMegabyte || memory > kMostMemory / kMegabyte)
    throw Error(ErrorKind::usage, "--memory: " + std::to_string(memory) + " MB cannot be kept to",
                "give " + std::to_string(kLeastMemory / kMegabyte) + " to " +
                    std::to_string(kMostMemory / kMegabyte));
  return {.workers = jobs_of(arguments), .memory_bytes = memory * kMegabyte};
}

IndexUpdate bring_in_step(const Archive& archive, bool from_scratch, IndexProgress& progress,
                          const BuildBounds& bounds) {
  const auto show = [&](std::size_t done, std::size_t total) {
    Interrupt::check();
    progress.show(done, total, "indexing");
  };
  const IndexUpdate update = update_index(archive, from_scratch, show, bounds);
  progress.clear();
  return update;
}

std::size_t refresh(Archive& archive, IndexProgress& progress) {
  const std::size_t count = refresh_marks(archive, [&](std::size_t done, std::size_t total) {
    Interrupt::check();
    progress.show(done, total, "understanding");
  });
  progress.clear();
  return count;
}

IndexRun::IndexRun(const Arguments& arguments)
    : arguments_(arguments), format_(arguments.value("format")), progress_(arguments.has("quiet")) {
  if (!arguments.has("report")) return;
  const std::string path = arguments.value("report");
  require_a_report(path);
  report_ = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (report_ < 0)
    throw Error(ErrorKind::archive, "cannot write report '" + path + "': " + std::strerror(errno),
                "name a file in a folder that may be written");
}

IndexRun::~IndexRun() {
  if (report_ >= 0) close(report_);
}

IngestSummary IndexRun::run(Archive& archive, std::vector<FoundSource> sources) {
  begin_report();
  pass_over_report(sources);
  if (!has_index_of_this_form(archive)) refresh(archive, progress_);
  outcomes_.clear();
  const BuildBounds bounds = build_bounds(arguments_);
  const IngestOptions options{
      .now = utc_now(),
      .jobs = bounds.workers,
      .progress = [&](const IngestProgress& progress) { progress_.show(progress); },
      .report = [&](const Outcome& outcome) { say(outcome); },
      .stopped = Interrupt::is_asked};
  const IngestSummary summary = ingest(archive, sources, options);
  std::optional<IndexUpdate> update;
  try {
    if (!summary.stopped) update = bring_in_step(archive, false, progress_, bounds);
  } catch (const Interrupted&) {
  }
  progress_.clear();
  write_report(report_jsonl(summary, update));
  if (format_ == "json")
    print(report_json(outcomes_, summary, update));
  else
    print(format_ == "text" ? report_text(summary, update) : report_jsonl(summary, update));
  return summary;
}

/// Not before the archive is ours: the report that is there may be that of the run that holds it.
void IndexRun::begin_report() {
  if (report_ < 0 || begun_) return;
  begun_ = true;
  // What is no file has nothing to forget.
  [[maybe_unused]] const int result = ftruncate(report_, 0);
}

void IndexRun::say(const Outcome& outcome) {
  progress_.clear();
  if (report_ >= 0) write_report(report_jsonl(outcome));
  if (format_ == "json")
    outcomes_.push_back(outcome);
  else
    print(format_ == "text" ? report_text(outcome) : report_jsonl(outcome));
}

void IndexRun::write_report(const std::string& line) {
  if (report_ < 0) return;
  std::string_view rest = line;
  while (!rest.empty()) {
    const ssize_t written = write(report_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0)
      throw Error(
          ErrorKind::archive,
          "cannot write report '" + arguments_.value("report") + "': " + std::strerror(errno),
          "make room and run the command again; what was reported is kept");
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// A report that lies among the sources grows while they are read.
void IndexRun::pass_over_report(std::vector<FoundSource>& sources) const {
  if (report_ < 0) return;
  const std::filesystem::path report = arguments_.value("report");
  for (FoundSource& source : sources) {
    std::error_code fault;
    if (source.path.filename() != report.filename() ||
        !std::filesystem::equivalent(source.path, report, fault))
      continue;
    source.kind = FoundSource::Kind::passed_over;
    source.reason = "the report of this run";
    source.remedy = "write it to another folder";
  }
}

}  // namespace undex::tool
