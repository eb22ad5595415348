// Opening an archive for writing: the lock, the first making, and what a crash left.
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>

#include "corpus/archive/state.h"
#include "corpus/utc.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

/// A crash in the first making leaves some of these and no marker.
constexpr std::array<std::string_view, 7> kOwnNames = {
    "lock", "journal", "journal.end", "originals", "documents", "undex-archive.tmp", "index"};

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

/// The command line of this process, cut where it grows long.
std::string command_line() {
  constexpr std::size_t kShown = 200;
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::string line(kShown, '\0');
  file.read(line.data(), static_cast<std::streamsize>(line.size()));
  line.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
  while (line.ends_with('\0')) line.pop_back();
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return line;
}

/// "1234<TAB>host<TAB>2031-01-02T03:04:05Z<TAB>undex index inbox\n"
std::string lock_line() {
  return std::to_string(::getpid()) + "\t" + host_name() + "\t" + utc_now() + "\t" +
         command_line() + "\n";
}

/// "process 1234 since 2031-01-02T03:04:05Z: undex index inbox"
std::string words_of(const LockOwner& owner) {
  if (owner.process == 0) return "another process";
  std::string words = "process " + std::to_string(owner.process);
  if (!owner.is_of_this_host) words += " on " + owner.host;
  if (!owner.since.empty()) words += " since " + owner.since;
  return owner.command.empty() ? words : words + ": " + owner.command;
}

files::Descriptor take_lock(const ArchivePaths& paths) {
  files::Descriptor lock = files::open_for_append(paths.lock());
  int result = 0;
  do {
    result = ::flock(lock.number(), LOCK_EX | LOCK_NB);
  } while (result != 0 && errno == EINTR);
  if (result != 0 && errno != EWOULDBLOCK) files::fail("lock", paths.lock(), errno);
  if (result != 0) {
    throw Error(ErrorKind::archive,
                "archive '" + paths.dir.string() + "' is being written by " +
                    words_of(read_lock_owner(paths)),
                "wait until it ends, then run the command again");
  }
  // Whoever held it before is dead: the kernel gave the lock back.
  files::truncate(lock, 0, paths.lock());
  files::write_all(lock, lock_line(), paths.lock());
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

LockOwner read_lock_owner(const ArchivePaths& paths) {
  std::string text = files::read(paths.lock()).value_or("");
  text.resize(std::min(text.find('\n'), text.size()));
  std::array<std::string, 4> fields;
  for (std::size_t at = 0; at < fields.size(); ++at) {
    const std::size_t tab = at + 1 < fields.size() ? text.find('\t') : std::string::npos;
    fields[at] = text.substr(0, tab);
    text.erase(0, tab == std::string::npos ? text.size() : tab + 1);
  }
  return {.process = std::strtol(fields[0].c_str(), nullptr, 10),
          .host = fields[1],
          .since = fields[2],
          .command = fields[3],
          .is_of_this_host = fields[1].empty() || fields[1] == host_name()};
}

Archive::State::~State() {
  // A clean end leaves no number of a process; the lock itself goes with the descriptor.
  if (lock.is_open() && ::ftruncate(lock.number(), 0) != 0) return;
}

void clear_strays(const ArchivePaths& paths, const Journal& journal, const Catalogue& catalogue) {
  const std::vector<fs::path> strays = stray_files(paths, catalogue);
  if (strays.empty()) return;
  std::set<fs::path> replaced;
  for (const JournalLine& line : journal.lines)
    if (line.kind == LineKind::put) replaced.insert(paths.document(line.key, line.revision));
  for (const fs::path& stray : strays) {
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
