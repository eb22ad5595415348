// undex index, undex rebuild: the only commands that write.
#include "indexer/index/index.h"

#include <chrono>
#include <ctime>
#include <filesystem>

#include "corpus/archive.h"
#include "indexer/ingest.h"
#include "indexer/refresh.h"
#include "searcher/render/terminal.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/index_report.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

std::string now_utc() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  char buffer[32];
  std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return buffer;
}

/// A mistyped path must not leave an empty archive behind.
void require_a_path(const std::filesystem::path& dir, const std::vector<std::string>& paths) {
  if (paths.empty())
    throw Error(ErrorKind::usage, "nothing to index: no path given",
                "undex index PATH... takes files and folders");
  std::error_code ignored;
  if (std::filesystem::exists(dir, ignored)) return;
  for (const std::string& path : paths)
    if (std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) return;
  throw Error(ErrorKind::check, "there is no file or folder '" + paths.front() + "'",
              "check the name; no archive was made");
}

IndexUpdate bring_in_step(const Archive& archive, bool from_scratch, Progress& progress) {
  const IndexUpdate update = update_index(
      archive, from_scratch,
      [&](std::size_t done, std::size_t total) { progress.show(done, total, "indexing"); });
  progress.clear();
  return update;
}

/// What older rules understood is understood anew before an index is made from it.
std::size_t refresh(Archive& archive, Progress& progress) {
  const std::size_t count = refresh_marks(archive, [&](std::size_t done, std::size_t total) {
    progress.show(done, total, "understanding");
  });
  progress.clear();
  return count;
}

}  // namespace

int run_index(const Arguments& arguments) {
  const std::string format = arguments.value("format");
  require_a_path(archive_dir(arguments), arguments.words());
  Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::write);
  Progress progress(arguments.has("quiet"));
  if (!has_index_of_this_form(archive)) refresh(archive, progress);
  std::vector<Outcome> outcomes;
  IngestOptions options;
  options.now = now_utc();
  options.progress = [&](std::size_t done, std::size_t total, const std::string& source) {
    progress.show(done, total, source);
  };
  options.report = [&](const Outcome& outcome) {
    progress.clear();
    if (format == "json")
      outcomes.push_back(outcome);
    else
      print(format == "text" ? report_text(outcome) : report_jsonl(outcome));
  };
  const std::vector<std::filesystem::path> paths(arguments.words().begin(),
                                                 arguments.words().end());
  const IngestSummary summary = ingest(archive, paths, options);
  const IndexUpdate update = bring_in_step(archive, false, progress);
  if (format == "json")
    print(report_json(outcomes, summary, update));
  else
    print(format == "text" ? report_text(summary, update) : report_jsonl(summary, update));
  if (summary.failed > 0) return static_cast<int>(ErrorKind::check);
  if (summary.added + summary.changed + summary.unchanged > 0) return 0;
  note("note: no document in what was given");
  return 1;
}

int run_rebuild(const Arguments& arguments) {
  Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::write);
  Progress progress(arguments.has("quiet"));
  if (const std::size_t count = refresh(archive, progress))
    print("understood anew: " + rendering::counted(count, "document") + "\n");
  const IndexUpdate update = bring_in_step(archive, true, progress);
  print("index made anew: " + rendering::counted(update.documents, "document") + ", " +
        rendering::counted(update.paragraphs, "paragraph") + "\n");
  return 0;
}

}  // namespace undex::tool
