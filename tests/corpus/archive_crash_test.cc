// Kills and write faults. The calls that change files are intercepted by name: this program's own
// write, fsync and so on count, fail or kill when told to, and otherwise go on to the C library.
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <map>
#include <random>

#include "corpus/archive.h"
#include "tests/corpus/archive_papers.h"
#include "tests/support.h"
#include "undex/error.h"

namespace {

struct Fault {
  enum class What { none, once, for_good, torn, kill };
  What what = What::none;
  int at = 0;     ///< the how-manieth call
  int cause = 0;  ///< errno
  int calls = 0;
  bool struck = false;
};
Fault fault;

/// True when this call must fail.
bool strikes() {
  if (fault.what == Fault::What::none) return false;
  ++fault.calls;
  const bool now =
      fault.what == Fault::What::for_good ? fault.calls >= fault.at : fault.calls == fault.at;
  if (!now) return false;
  fault.struck = true;
  if (fault.what == Fault::What::kill) ::kill(::getpid(), SIGKILL);
  errno = fault.cause;
  return true;
}

template <typename Function>
Function next_of(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {
ssize_t write(int file, const void* bytes, size_t size) {
  static const auto next = next_of<ssize_t (*)(int, const void*, size_t)>("write");
  const bool tears = fault.what == Fault::What::torn || fault.what == Fault::What::kill;
  if (tears && fault.calls + 1 == fault.at) {  // half of it gets there
    const ssize_t done = next(file, bytes, size / 2);
    if (fault.what == Fault::What::kill) ::kill(::getpid(), SIGKILL);
    ++fault.calls;
    ++fault.at;  // and the rest meets the fault
    return done > 0 ? done : next(file, bytes, size);
  }
  return strikes() ? -1 : next(file, bytes, size);
}
int fsync(int file) {
  static const auto next = next_of<int (*)(int)>("fsync");
  return strikes() ? -1 : next(file);
}
int syncfs(int file) noexcept {
  static const auto next = next_of<int (*)(int)>("syncfs");
  return strikes() ? -1 : next(file);
}
int ftruncate(int file, off_t size) noexcept {
  static const auto next = next_of<int (*)(int, off_t)>("ftruncate");
  return strikes() ? -1 : next(file, size);
}
int mkdir(const char* path, mode_t mode) noexcept {
  static const auto next = next_of<int (*)(const char*, mode_t)>("mkdir");
  return strikes() ? -1 : next(path, mode);
}
int rename(const char* from, const char* to) noexcept {
  static const auto next = next_of<int (*)(const char*, const char*)>("rename");
  return strikes() ? -1 : next(from, to);
}
int unlink(const char* path) noexcept {
  static const auto next = next_of<int (*)(const char*)>("unlink");
  return strikes() ? -1 : next(path);
}
}

namespace undex {
namespace {

using test::faults;
using test::paper;
using Mode = Archive::Mode;

/// Key -> text of its one paragraph, or why it was removed, of what was acknowledged.
using Acknowledged = std::map<std::string, std::string>;

constexpr std::string_view kRemoved = "removed w";
constexpr std::string_view kNow = "2031-01-02T03:04:05Z";

std::string text_of(int step) {
  return std::string(static_cast<std::size_t>(step % 7 + 1) * 900, 'w') + std::to_string(step);
}

std::string path_of(int step) { return "in/" + std::to_string(step % 11); }

/// One step: a document put, at times with a second source, or removed where it is held.
std::pair<std::string, std::string> take(Archive& archive, int step) {
  const std::string name = "E/2003/" + std::to_string(step % 11);
  const std::vector<ArchiveEntry> held = archive.find_staged(name);
  if (step % 5 == 4 && !held.empty()) {
    const std::string reason = std::string(kRemoved) + std::to_string(step);
    archive.remove(held.front(), reason, kNow);
    return {held.front().key, reason};
  }
  const std::string bytes = "original " + std::to_string(step);
  const ArchiveEntry entry = archive.put(paper(name, path_of(step), text_of(step)), bytes);
  if (step % 3 == 1)
    archive.add_source(entry, test::provenance(path_of(step) + ".pdf"), "another " + bytes);
  return {entry.key, text_of(step)};
}

/// Steps in batches of one to three, many of them about documents of earlier ones.
void work(const std::filesystem::path& dir, int first, int steps, Acknowledged& done,
          const std::function<void(const std::string&, const std::string&)>& tell) {
  Archive archive = Archive::open(dir, Mode::write);
  for (int step = first; step < first + steps;) {
    Acknowledged batch;
    for (int size = step % 3 + 1; size > 0; --size, ++step) {
      const auto [key, text] = take(archive, step);
      batch[key] = text;
    }
    archive.commit();
    for (const auto& [key, text] : batch) {
      done[key] = text;
      if (tell) tell(key, text);
    }
  }
}

int step_of(const std::string& text) { return std::stoi(text.substr(text.rfind('w') + 1)); }

/// An archive of form 1 that the next commit upgrades.
void copy_form_1(const std::filesystem::path& dir) {
  std::filesystem::copy(test::source_path("tests/old/archive-1"), dir,
                        std::filesystem::copy_options::recursive);
}

/// The source that came in the same batch is there with its bytes.
void expect_second_source(const Archive& archive, const ArchiveEntry& entry, int step) {
  if (step % 3 != 1) return;
  const std::vector<ArchiveSource> sources = archive.sources(entry);
  ASSERT_EQ(sources.size(), 2u) << entry.key;
  ArchiveEntry second = entry;
  second.sha256 = sources.at(1).sha256;
  EXPECT_EQ(archive.read_original(second), "another original " + std::to_string(step));
}

/// Everything acknowledged is there and whole; what is there beyond that is whole too.
void expect_sound(const std::filesystem::path& dir, const Acknowledged& done,
                  const std::string& when) {
  const Archive archive = Archive::open(dir, Mode::write);
  std::map<std::string, std::string> found;  // as in Acknowledged
  for (const ArchiveEntry& entry : archive.list()) {
    found[entry.key] = archive.read(entry).blocks.at(0).text;
    archive.read_original(entry);
    if (done.contains(entry.key) && done.at(entry.key) == found[entry.key])
      expect_second_source(archive, entry, step_of(found[entry.key]));
  }
  for (const auto& [key, text] : done) {
    if (!found.contains(key)) {
      const std::vector<ArchiveEvent> history = archive.history(key);
      ASSERT_FALSE(history.empty()) << when << ": " << key << " is lost";
      ASSERT_EQ(history.back().what, ArchiveEvent::What::removed) << when << ": " << key;
      found[key] = history.back().reason;
    }
    ASSERT_GE(step_of(found[key]), step_of(text)) << when << ": " << key << " went back";
    if (step_of(found[key]) == step_of(text)) {
      ASSERT_EQ(found[key], text) << when;
    }
  }
  ASSERT_EQ(faults(archive), "") << when;
}

TEST(ArchiveCrash, NeverLosesWhatItAcknowledgedWhenAWriteFails) {
  struct Row {
    Fault::What what;
    int cause;
    const char* words;
  };
  const std::vector<Row> table = {
      {Fault::What::once, EIO, "Input/output error"},
      {Fault::What::for_good, ENOSPC, "no space left on device"},
      {Fault::What::torn, ENOSPC, "no space left on device"},
      {Fault::What::for_good, EROFS, "read-only file system"},
  };
  for (const Row& row : table) {
    bool struck = true;
    for (int at = 1; struck; ++at) {
      ASSERT_LT(at, 1000) << "the work never ends";
      const test::TemporaryFolder folder;
      // Half of the archives are of form 1 and upgraded by the first commit.
      if (at % 2 == 0) copy_form_1(folder.path() / "archive");
      const std::string when = std::string(row.words) + " at call " + std::to_string(at);
      Acknowledged done;
      fault = {row.what, at, row.cause, 0, false};
      try {
        work(folder.path() / "archive", 0, 12, done, {});
      } catch (const Error& error) {
        fault.what = Fault::What::none;
        EXPECT_EQ(error.kind, ErrorKind::archive) << when;
        EXPECT_NE(std::string(error.what()).find(row.words), std::string::npos)
            << when << ": " << error.what();
        EXPECT_NE(std::string(error.what()).find(folder.path().string()), std::string::npos);
        EXPECT_NE(error.hint, "") << when;
      }
      struck = fault.struck;
      fault = {};
      expect_sound(folder.path() / "archive", done, when);
      if (HasFatalFailure()) return;
    }
  }
}

TEST(ArchiveCrash, UpgradesWholeOrNotAtAll) {
  bool struck = true;
  for (const Fault::What what : {Fault::What::once, Fault::What::torn}) {
    for (int at = 1; at == 1 || struck; ++at) {
      const test::TemporaryFolder folder;
      const std::filesystem::path dir = folder.path() / "archive";
      copy_form_1(dir);
      Acknowledged done;
      fault = {what, at, EIO, 0, false};
      EXPECT_NO_THROW(try { work(dir, 1, 3, done, {}); } catch (const Error&){});
      struck = fault.struck;
      fault = {};
      const std::string marker = test::read_file(dir / "undex-archive");
      const bool is_new = marker == "undex archive 2\n";
      EXPECT_TRUE(is_new || marker == "undex archive 1\n") << marker;
      EXPECT_TRUE(is_new || done.empty()) << "lines of form 2 in an archive of form 1";
      EXPECT_EQ(Archive::open(dir, Mode::read).find("E/2031/12").size(), 1u) << at;
      expect_sound(dir, done, "call " + std::to_string(at));
      if (HasFatalFailure()) return;
    }
  }
}

TEST(ArchiveCrash, GoesOnAfterAPutThatFailed) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  archive.put(paper("E/2003/1", "a"), "1");
  fault = {Fault::What::torn, 1, ENOSPC, 0, false};
  EXPECT_THROW(archive.put(paper("E/2003/2", "b"), "2"), Error);
  fault = {};
  archive.put(paper("E/2003/2", "b"), "2");
  archive.commit();
  EXPECT_EQ(archive.list().size(), 2u);
  EXPECT_EQ(faults(archive), "");
}

TEST(ArchiveCrash, AcknowledgesNothingMoreAfterACommitThatFailed) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  archive.put(paper("E/2003/1", "a"), "1");
  fault = {Fault::What::once, 1, EIO, 0, false};
  EXPECT_THROW(archive.commit(), Error);
  fault = {};
  EXPECT_THROW(archive.commit(), Error);
  EXPECT_THROW(archive.put(paper("E/2003/2", "b"), "2"), Error);
}

TEST(ArchiveCrash, ChangesNothingWhenItOnlyReads) {
  const test::TemporaryFolder folder;
  Acknowledged done;
  work(folder.path(), 0, 5, done, {});
  fault = {Fault::What::for_good, 1, EROFS, 0, false};
  const Archive archive = Archive::open(folder.path(), Mode::read);
  for (const ArchiveEntry& entry : archive.list()) archive.read(entry);
  const std::string found = faults(archive);
  const int calls = fault.calls;
  fault = {};
  EXPECT_EQ(calls, 0);
  EXPECT_EQ(found, "");
}

/// Lines "key<TAB>text" from the pipe; a line that is not whole was not told.
void hear(std::string heard, Acknowledged& done) {
  for (std::size_t end; (end = heard.find('\n')) != std::string::npos; heard.erase(0, end + 1)) {
    const std::size_t tab = heard.find('\t');
    done[heard.substr(0, tab)] = heard.substr(tab + 1, end - tab - 1);
  }
}

TEST(ArchiveCrash, LosesNothingWhenItIsKilledAtAnyMoment) {
  const test::TemporaryFolder folder;
  copy_form_1(folder.path() / "archive");
  std::mt19937 random(1976);
  const auto below = [&](int limit) {
    return std::uniform_int_distribution<int>(0, limit - 1)(random);
  };
  Acknowledged done;
  for (int round = 0; round < 40; ++round) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    // By turns the child falls at a call of its own, in half a write, or wherever the parent's
    // signal meets it.
    const bool by_itself = round % 2 == 0;
    const int call = below(160) + 1;
    const int acknowledgements = below(25) + 1;
    const pid_t child = fork();
    if (child == 0) {
      close(ends[0]);
      Acknowledged own;
      if (by_itself) fault = {Fault::What::kill, call, EIO, 0, false};
      try {
        work(folder.path() / "archive", round * 1000, 999, own,
             [&](const std::string& key, const std::string& text) {
               const std::string line = key + "\t" + text + "\n";
               const Fault kept = fault;
               fault = {};
               if (write(ends[1], line.data(), line.size()) < 0) _exit(3);
               fault = kept;
             });
      } catch (const Error&) {
        _exit(2);
      }
      _exit(0);
    }
    close(ends[1]);
    std::string heard;
    char bytes[4096];
    int lines = 0;
    for (ssize_t got; (got = read(ends[0], bytes, sizeof bytes)) > 0;) {
      heard.append(bytes, static_cast<std::size_t>(got));
      lines += static_cast<int>(std::count(bytes, bytes + got, '\n'));
      if (!by_itself && lines >= acknowledgements) kill(child, SIGKILL);
    }
    close(ends[0]);
    hear(heard, done);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "round " << round << " ended with " << status;
    expect_sound(folder.path() / "archive", done, "round " + std::to_string(round));
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(done.size(), 5u);
}

}  // namespace
}  // namespace undex
