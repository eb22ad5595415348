#include "tools/undex/served_archives.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "corpus/text.h"
#include "tools/undex/index_run.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

namespace fs = std::filesystem;

bool is_folder(const ListedArchive& one) { return one.place.find("://") == std::string::npos; }

fs::path own_of(const std::vector<ListedArchive>& list, const Arguments& arguments) {
  const fs::path named = arguments.value("archive");
  const auto is_own = [&](const ListedArchive& one) {
    std::error_code fault;
    return is_folder(one) && (named.empty() || fs::equivalent(one.place, named, fault));
  };
  const auto found = std::ranges::find_if(list, is_own);
  if (found != list.end()) return found->place;
  if (named.empty()) return {};
  throw Error(ErrorKind::usage,
              "--archive '" + printable(named.string()) + "' is none of the archives of --archives",
              "add a line for it to the list, or leave --archive out");
}

/// It is never written again.
std::unique_ptr<const PrivateFolder> empty_archive() {
  auto folder = std::make_unique<const PrivateFolder>();
  IndexProgress progress(true);
  bring_in_step(Archive::open(folder->path(), Archive::Mode::write), false, progress);
  return folder;
}

}  // namespace

ServedArchives served_archives(const Arguments& arguments) {
  if (!arguments.has("archives")) return {.own = archive_dir(arguments)};
  ServedArchives served{.list = read_archive_list(arguments.value("archives"))};
  served.own = own_of(served.list, arguments);
  if (!served.own.empty()) return served;
  served.stand_in = empty_archive();
  served.own = served.stand_in->path();
  return served;
}

FederationOptions federation_options(const Arguments& arguments) {
  const FederationOptions options{.deadline_ms = arguments.number("deadline")};
  if (options.deadline_ms == 0)
    throw Error(ErrorKind::usage, "--deadline 0 leaves no time to answer",
                "name milliseconds: --deadline 2000");
  return options;
}

}  // namespace undex::tool
