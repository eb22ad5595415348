// The number of the form of an archive, which every reader of it looks at first.
#include <charconv>

#include "corpus/archive/state.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

/// The number in the marker file "undex archive 1\n".
int version_of(const ArchivePaths& paths, const std::string& marker) {
  constexpr std::string_view kStem = "undex archive ";
  int version = 0;
  if (marker.starts_with(kStem) && marker.ends_with("\n")) {
    const char* end = marker.data() + marker.size() - 1;
    const auto [stop, fault] = std::from_chars(marker.data() + kStem.size(), end, version);
    if (fault != std::errc() || stop != end) version = 0;
  }
  if (version < 1)
    throw Error(ErrorKind::archive,
                "'" + paths.marker().string() + "' does not tell the version of the archive",
                "run 'undex verify' to see what else is damaged, and restore it from a copy");
  return version;
}

}  // namespace

bool is_archive(const ArchivePaths& paths) { return files::read(paths.marker()).has_value(); }

int form_of(const ArchivePaths& paths) {
  const std::optional<std::string> marker = files::read(paths.marker());
  if (!marker)
    throw Error(ErrorKind::archive, "there is no archive in '" + paths.dir.string() + "'",
                "make one with 'undex index PATH', or name another folder");
  const int version = version_of(paths, *marker);
  if (version > kArchiveForm)
    throw Error(ErrorKind::version,
                "cannot read archive '" + paths.dir.string() + "': written in version " +
                    std::to_string(version) + ", this program reads 1 to " +
                    std::to_string(kArchiveForm),
                "use the undex that wrote it, or a newer one");
  return version;
}

void check_archive_form(const fs::path& dir) {
  const ArchivePaths paths{.dir = dir};
  if (is_archive(paths)) form_of(paths);
}

}  // namespace undex
