// undex index, undex rebuild: they make what is searched.
#include "indexer/index/index.h"

#include <algorithm>
#include <filesystem>

#include "corpus/archive.h"
#include "searcher/render/terminal.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/index_run.h"
#include "tools/undex/index_watch.h"
#include "tools/undex/interrupt.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

constexpr std::string_view kStandardInput = "-";

/// A mistyped path must not leave an empty archive behind.
void require_a_path(const std::filesystem::path& dir, const std::vector<std::string>& words) {
  if (words.empty())
    throw Error(ErrorKind::usage, "nothing to index: no path given",
                "undex index PATH... takes files and folders, and '-' for standard input");
  std::error_code ignored;
  if (std::filesystem::exists(dir, ignored)) return;
  for (const std::string& word : words)
    if (word == kStandardInput ||
        std::filesystem::exists(std::filesystem::symlink_status(word, ignored)))
      return;
  throw Error(ErrorKind::check, "there is no file or folder '" + words.front() + "'",
              "check the name; no archive was made");
}

/// The paths given, and the standard input after them.
std::vector<FoundSource> sources_of(const Arguments& arguments) {
  std::vector<std::filesystem::path> paths(arguments.words().begin(), arguments.words().end());
  const bool piped = std::erase(paths, kStandardInput) > 0;
  std::vector<FoundSource> sources = find_sources(paths);
  if (piped) sources.push_back(standard_input(arguments.value("name")));
  return sources;
}

int exit_status(const IngestSummary& summary) {
  if (Interrupt::is_asked()) return Interrupt::exit_status();
  if (summary.failed > 0) return static_cast<int>(ErrorKind::check);
  if (summary.added + summary.changed + summary.same_text + summary.conflict + summary.unchanged >
      0)
    return 0;
  note("note: no document in what was given");
  return 1;
}

}  // namespace

int run_index(const Arguments& arguments) {
  require_a_path(archive_dir(arguments), arguments.words());
  return until_interrupted([&] {
    if (arguments.has("watch")) return watch_sources(arguments);
    IndexRun run(arguments);
    Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::write);
    return exit_status(run.run(archive, sources_of(arguments)));
  });
}

int run_rebuild(const Arguments& arguments) {
  return until_interrupted([&] {
    const BuildBounds bounds = build_bounds(arguments);
    Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::write);
    IndexProgress progress(arguments.has("quiet"));
    if (const std::size_t count = refresh(archive, progress))
      print("understood anew: " + rendering::counted(count, "document") + "\n");
    const IndexUpdate update = bring_in_step(archive, true, progress, bounds);
    print("index made anew: " + rendering::counted(update.documents, "document") + ", " +
          rendering::counted(update.paragraphs, "paragraph") + "\n");
    return 0;
  });
}

}  // namespace undex::tool
