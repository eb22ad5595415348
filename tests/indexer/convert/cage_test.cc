#include "indexer/convert/sandbox/cage.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

int calls = 0;

int overflow_the_stack(int depth) {
  volatile char room[4096];
  room[0] = static_cast<char>(depth);
  return depth < 0 ? 0 : overflow_the_stack(depth + 1) + room[0];
}

std::string behave(std::string_view request) {
  ++calls;
  if (request == "count") return std::to_string(calls);
  if (request == "who") return std::to_string(getpid());
  if (request == "refuse") throw Error(ErrorKind::check, "it is torn", "mend it");
  if (request == "throw") throw std::runtime_error("something else");
  if (request == "die") std::abort();  // its signal to itself is shut too: it falls over instead
  if (request == "die later" && calls > 1) _exit(3);
  if (request == "overflow") return std::to_string(overflow_the_stack(0));
  if (request == "sleep")
    for (const volatile int awake = 1; awake == 1;) continue;
  if (request == "flood") return std::string(2 << 20, 'x');
  if (request == "eat")
    for (std::vector<std::string> all;;) all.emplace_back(1 << 20, 'x');
  if (request == "grow") std::string(40 << 20, 'x').swap(*new std::string);
  return std::string(request);
}

CageLimits limits() {
  CageLimits small;
  small.memory_bytes = std::size_t{256} << 20;
  small.answer_bytes = 1 << 20;
  return small;
}

std::string refusal_of(Cage& cage, std::string_view request) {
  try {
    return "answered: " + cage.call(request);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::check);
    EXPECT_FALSE(error.hint.empty());
    return error.what();
  }
}

TEST(Cage, AnswersCallAfterCallInOneChild) {
  Cage cage(behave, limits());
  EXPECT_EQ(cage.call("count"), "1");
  EXPECT_EQ(cage.call("count"), "2");
  EXPECT_EQ(cage.call(""), "");
  EXPECT_NE(cage.call("who"), std::to_string(getpid()));
  EXPECT_EQ(calls, 0);
}

TEST(Cage, CarriesWhatIsLargerThanAPipe) {
  CageLimits wide = limits();
  wide.answer_bytes = std::size_t{16} << 20;
  Cage cage(behave, wide);
  const std::string request(std::size_t{16} << 20, '\0');
  EXPECT_EQ(cage.call(request), request);
}

TEST(Cage, BringsARefusalAcross) {
  Cage cage(behave, limits());
  try {
    cage.call("refuse");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "it is torn");
    EXPECT_EQ(error.hint, "mend it");
  }
  EXPECT_EQ(refusal_of(cage, "throw"), "something else");
  EXPECT_EQ(cage.call("count"), "3");  // the child has lived through both
}

TEST(Cage, OutlivesWhatKillsItsChild) {
  Cage cage(behave, limits());
  EXPECT_EQ(refusal_of(cage, "die"), "its reader died (signal 11)");
  EXPECT_EQ(cage.call("count"), "1");
  if (!kSanitized) {
    EXPECT_EQ(refusal_of(cage, "overflow"), "its reader died (signal 11)");
  }
  EXPECT_EQ(refusal_of(cage, "flood"), "it gives more than 1 MB");
  EXPECT_EQ(cage.call("count"), "1");
}

TEST(Cage, EndsACallThatTakesTooLong) {
  CageLimits brief = limits();
  brief.wall = std::chrono::milliseconds(1000);
  Cage cage(behave, brief);
  EXPECT_EQ(refusal_of(cage, "sleep"), "reading it takes longer than 1 s");
  EXPECT_EQ(cage.call("count"), "1");
}

TEST(Cage, EndsACallThatEatsMemory) {
  if (kSanitized) GTEST_SKIP() << "addresses are not limited under AddressSanitizer";
  Cage cage(behave, limits());
  EXPECT_EQ(refusal_of(cage, "eat"), "reading it needs more memory than 256 MB");
  EXPECT_EQ(refusal_of(cage, std::string(std::size_t{300} << 20, 'x')),
            "reading it needs more memory than 256 MB");
  EXPECT_EQ(cage.call("count"), "1");
}

TEST(Cage, TriesADeathThatMayBeAnEarlierCallsDoingOnceMore) {
  Cage cage(behave, limits());
  EXPECT_EQ(cage.call("count"), "1");
  EXPECT_EQ(cage.call("die later"), "die later");
  EXPECT_EQ(cage.call("count"), "2");
}

TEST(Cage, IsMadeAnewAfterItsCallsAndWhenItHasGrown) {
  CageLimits few = limits();
  few.most_calls = 2;
  Cage cage(behave, few);
  EXPECT_EQ(cage.call("count") + cage.call("count") + cage.call("count"), "121");
}

TEST(Cage, IsMadeAnewWhenItHasGrown) {
  if (kSanitized) GTEST_SKIP() << "memory is another under AddressSanitizer";
  CageLimits small = limits();
  small.memory_bytes = std::size_t{400} << 20;
  Cage cage(behave, small);
  for (int i = 0; i < 12; ++i) EXPECT_EQ(cage.call("grow"), "grow");
  EXPECT_EQ(cage.call("who"), cage.call("who"));
}

TEST(Cage, LeavesNoChildBehind) {
  std::string child;
  {
    Cage cage(behave, limits());
    child = cage.call("who");
    Cage moved(std::move(cage));
    EXPECT_EQ(moved.call("who"), child);
  }
  EXPECT_EQ(kill(std::stoi(child), 0), -1);
  EXPECT_EQ(errno, ESRCH);
}

struct Try {
  std::string_view name;
  long (*attempt)(const char* path);
};
char* const kNoWords[] = {nullptr};
constexpr Try kTries[] = {
    {"open", [](const char* path) { return long{open(path, O_RDONLY)}; }},
    {"open to write", [](const char* path) { return long{open(path, O_WRONLY | O_CREAT, 0600)}; }},
    {"create", [](const char* path) { return long{creat(path, 0600)}; }},
    {"remove", [](const char* path) { return long{unlink(path)}; }},
    {"rename", [](const char* path) { return long{rename(path, "/tmp/x")}; }},
    {"make a folder", [](const char* path) { return long{mkdir(path, 0700)}; }},
    {"link", [](const char* path) { return long{symlink("x", path)}; }},
    {"cut", [](const char* path) { return long{truncate(path, 0)}; }},
    {"look", [](const char* path) { return long{access(path, F_OK)}; }},
    {"run", [](const char* path) { return long{execve(path, kNoWords, kNoWords)}; }},
    {"fork", [](const char*) { return long{fork()}; }},
    {"internet", [](const char*) { return long{socket(AF_INET, SOCK_STREAM, 0)}; }},
    {"local socket", [](const char*) { return long{socket(AF_UNIX, SOCK_STREAM, 0)}; }},
    {"signal", [](const char*) { return long{kill(1, 0)}; }},
    {"signal to all", [](const char*) { return long{kill(-1, SIGKILL)}; }},
    {"file in memory", [](const char*) { return long{memfd_create("x", 0)}; }},
    {"trace", [](const char*) { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }},
};

/// Makes the attempt of that number at the path, and tells what came of it.
std::string attempt(std::string_view request) {
  const std::string path(request.substr(1));
  const long result = kTries[static_cast<unsigned char>(request[0])].attempt(path.c_str());
  return result >= 0 ? "done" : strerrorname_np(errno);
}

TEST(Cage, LetsNothingOut) {
  const test::TemporaryFolder folder;
  const std::string secret = (folder.path() / "secret").string();
  const std::string fresh = (folder.path() / "new").string();
  std::ofstream(secret) << "not for parsers\n";
  Cage cage(attempt, limits());
  for (std::size_t i = 0; i < std::size(kTries); ++i)
    for (const std::string& path : {secret, fresh, std::string("/etc/passwd")})
      EXPECT_EQ(cage.call(static_cast<char>(i) + path), "EPERM") << kTries[i].name << " " << path;
  EXPECT_EQ(std::filesystem::file_size(secret), 16u);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

}  // namespace
}  // namespace undex
