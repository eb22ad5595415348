#include "tools/undex/index_watch.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>

#include "corpus/archive.h"
#include "indexer/ingest_watch.h"
#include "tools/undex/holdings.h"
#include "tools/undex/index_run.h"
#include "tools/undex/interrupt.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

/// A file is whole when it has not changed from one look to the next.
constexpr std::chrono::milliseconds kBetweenLooks{2000};

void require_what_can_be_watched(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.words();
  if (std::find(words.begin(), words.end(), "-") != words.end())
    throw Error(ErrorKind::usage, "--watch: standard input cannot be watched",
                "give files and folders");
  if (arguments.value("format") == "json")
    throw Error(ErrorKind::usage, "--watch: one JSON document would never end",
                "choose --format jsonl");
}

/// The archive, or nothing while another writes it; that is said once.
std::optional<Archive> open_when_free(const std::filesystem::path& dir, std::string& said) {
  try {
    std::optional<Archive> archive = Archive::open(dir, Archive::Mode::write);
    said.clear();
    return archive;
  } catch (const Error& error) {
    if (said != error.what()) note("note: " + std::string(error.what()) + "; trying again");
    said = error.what();
    return std::nullopt;
  }
}

}  // namespace

int watch_sources(const Arguments& arguments) {
  require_what_can_be_watched(arguments);
  const std::filesystem::path dir = archive_dir(arguments);
  Archive::open(dir, Archive::Mode::write);  // what is wrong at the beginning ends it
  IndexRun run(arguments);
  SourceWatch watch({arguments.words().begin(), arguments.words().end()});
  for (std::string said; !Interrupt::is_asked(); Interrupt::sleep(kBetweenLooks)) {
    const std::vector<FoundSource> found = watch.look();
    if (found.empty()) continue;
    std::optional<Archive> archive = open_when_free(dir, said);
    if (!archive) continue;
    if (!run.run(*archive, found).stopped) watch.taken();
  }
  return Interrupt::exit_status();
}

}  // namespace undex::tool
