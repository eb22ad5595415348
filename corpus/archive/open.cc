// Opening an archive for writing: the lock, the first making, and what a crash left.
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "corpus/archive/state.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

/// A crash in the first making leaves some of these and no marker.
constexpr std::array<std::string_view, 7> kOwnNames = {
    "lock", "journal", "journal.end", "originals", "documents", "undex-archive.tmp", "index"};

files::Descriptor take_lock(const ArchivePaths& paths) {
  files::Descriptor lock = files::open_for_append(paths.lock());
  int result = 0;
  do {
    result = ::flock(lock.number(), LOCK_EX | LOCK_NB);
  } while (result != 0 && errno == EINTR);
  if (result != 0 && errno != EWOULDBLOCK) files::fail("lock", paths.lock(), errno);
  if (result != 0) {
    std::string owner = files::read(paths.lock()).value_or("");
    owner.resize(std::min(owner.find_first_not_of("0123456789"), owner.size()));
    throw Error(ErrorKind::archive,
                "archive '" + paths.dir.string() + "' is being written by " +
                    (owner.empty() ? "another process" : "process " + owner),
                "wait until it ends, then run the command again");
  }
  // Whoever held it before is dead: the kernel gave the lock back.
  files::truncate(lock, 0, paths.lock());
  files::write_all(lock, std::to_string(::getpid()) + "\n", paths.lock());
  return lock;
}

/// Only an empty folder, or one in which the first making was cut short, becomes an archive.
void refuse_foreign_folder(const ArchivePaths& paths) {
  std::error_code fault;
  for (fs::directory_iterator at(paths.dir, fault), end; !fault && at != end; at.increment(fault)) {
    const std::string name = at->path().filename().string();
    if (std::find(kOwnNames.begin(), kOwnNames.end(), name) == kOwnNames.end())
      throw Error(ErrorKind::archive,
                  "'" + paths.dir.string() + "' is no archive, and it is not empty",
                  "name a new folder, or the folder of an archive");
  }
  if (fault) files::fail("read folder", paths.dir, fault.value());
  const std::optional<std::string> journal = files::read(paths.journal());
  if (journal && !journal->empty())
    throw Error(ErrorKind::archive, "'" + paths.marker().string() + "' is missing",
                "the archive is damaged: restore this file from a copy");
}

/// The marker comes last: before it there is no archive.
void make_archive(const ArchivePaths& paths) {
  files::make_folder(paths.originals());
  files::make_folder(paths.documents());
  files::sync(files::open_for_append(paths.journal()), paths.journal());
  // From its first moment a journal without a mark beside it is one that lost something.
  files::write(paths.journal_end(), write_journal_end({0, std::string(32, '0')}));
  files::sync(paths.journal_end());
  files::sync(files::open_folder(paths.dir), paths.dir);
  write_marker(paths);
}

}  // namespace

void write_marker(const ArchivePaths& paths) {
  files::write_durably(paths.marker(), "undex archive " + std::to_string(kArchiveForm) + "\n");
}

Archive::State::~State() {
  // A clean end leaves no number of a process; the lock itself goes with the descriptor.
  if (lock.is_open() && ::ftruncate(lock.number(), 0) != 0) return;
}

void clear_strays(const ArchivePaths& paths, const Journal& journal, const Catalogue& catalogue) {
  std::set<fs::path> replaced;
  for (const JournalLine& line : journal.lines)
    if (line.kind == LineKind::put) replaced.insert(paths.document(line.key, line.revision));
  for (const fs::path& stray : stray_files(paths, catalogue)) {
    if (!named_by_undex(stray)) continue;
    if (replaced.contains(stray)) {
      files::remove(stray);
      continue;
    }
    files::make_folder(paths.unclaimed());
    files::move(stray, paths.unclaimed() / stray.filename());
  }
}

void open_for_writing(const ArchivePaths& paths, files::Descriptor& lock) {
  const bool made = files::make_folders(paths.dir);
  if (!made && !is_archive(paths)) refuse_foreign_folder(paths);
  lock = take_lock(paths);
  if (is_archive(paths)) return;  // made by another process meanwhile, or held already
  make_archive(paths);
}

}  // namespace undex
