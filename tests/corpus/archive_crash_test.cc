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

/// Key -> text of its one paragraph, of what was acknowledged.
using Acknowledged = std::map<std::string, std::string>;

std::string text_of(int step) {
  return std::string(static_cast<std::size_t>(step % 7 + 1) * 900, 'w') + std::to_string(step);
}

/// Puts and commits in batches of one to three, some of them replacing earlier ones.
void work(const std::filesystem::path& dir, int first, int steps, Acknowledged& done,
          const std::function<void(const std::string&, const std::string&)>& tell) {
  Archive archive = Archive::open(dir, Mode::write);
  for (int step = first; step < first + steps;) {
    Acknowledged batch;
    for (int size = step % 3 + 1; size > 0; --size, ++step) {
      const std::string number = std::to_string(step % 11);
      const ArchiveEntry entry =
          archive.put(paper("E/2003/" + number, "in/" + number, text_of(step)),
                      "original " + std::to_string(step));
      batch[entry.key] = text_of(step);
    }
    archive.commit();
    for (const auto& [key, text] : batch) {
      done[key] = text;
      if (tell) tell(key, text);
    }
  }
}

/// Everything acknowledged is there and whole; what is there beyond that is whole too.
void expect_sound(const std::filesystem::path& dir, const Acknowledged& done,
                  const std::string& when) {
  const Archive archive = Archive::open(dir, Mode::write);
  std::map<std::string, std::string> held;
  for (const ArchiveEntry& entry : archive.list()) {
    held[entry.key] = archive.read(entry).blocks.at(0).text;
    archive.read_original(entry);
  }
  const auto step_of = [](const std::string& text) {
    return std::stoi(text.substr(text.rfind('w') + 1));
  };
  for (const auto& [key, text] : done) {
    ASSERT_TRUE(held.contains(key)) << when << ": " << key << " is lost";
    ASSERT_GE(step_of(held[key]), step_of(text)) << when << ": " << key << " went back";
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
      ASSERT_LT(at, 500) << "the work never ends";
      const test::TemporaryFolder folder;
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
        work(folder.path(), round * 1000, 999, own,
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
    expect_sound(folder.path(), done, "round " + std::to_string(round));
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(done.size(), 5u);
}

}  // namespace
}  // namespace undex
