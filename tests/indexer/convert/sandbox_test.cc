#include "indexer/convert/sandbox/sandbox.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "indexer/convert/sandbox/private_folder.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

SandboxCommand shell(const std::string& script) {
  return {.program = "sh",
          .arguments = {"-c", script},
          .package_hint = "apt-get install dash",
          .limits = {.wall = std::chrono::milliseconds(10'000), .output_bytes = 1 << 20}};
}

TEST(Sandbox, GivesTheInputAndReturnsTheOutput) {
  SandboxCommand command = shell("cat; echo words on the side >&2");
  const SandboxResult result = run_sandboxed(command, "one\ntwo\n");
  EXPECT_EQ(result.bytes, "one\ntwo\n");
  EXPECT_EQ(result.stderr_text, "words on the side\n");
  EXPECT_EQ(result.exit, 0);
  EXPECT_EQ(failure_of(result), "");
}

TEST(Sandbox, PassesAnInputThatIsLargerThanAPipe) {
  const std::string input(3 << 20, 'x');
  SandboxCommand command = shell("wc -c");
  EXPECT_EQ(run_sandboxed(command, input).bytes, "3145728\n");
}

TEST(Sandbox, TellsHowTheProgramEnded) {
  EXPECT_EQ(failure_of(run_sandboxed(shell("exit 3"), "")), "ended with status 3");
  SandboxCommand aborts = shell("ulimit -t 1; while :; do :; done");
  const SandboxResult result = run_sandboxed(aborts, "");
  EXPECT_NE(failure_of(result), "");
  EXPECT_EQ(result.exit, -1);
}

TEST(Sandbox, CutsARunawayOutput) {
  const SandboxResult result = run_sandboxed(shell("while :; do echo abcdefghijklmnop; done"), "");
  EXPECT_TRUE(result.over_limit);
  EXPECT_EQ(result.bytes.size(), std::size_t{1} << 20);
  EXPECT_EQ(failure_of(result), "wrote more than it may");
}

TEST(Sandbox, KeepsOnlyTheBeginningOfARunawayErrorText) {
  const SandboxResult result =
      run_sandboxed(shell("i=0; while [ $i -lt 9000 ]; do echo 0123456789012345 >&2; i=$((i+1)); "
                          "done; echo done"),
                    "");
  EXPECT_EQ(result.bytes, "done\n");
  EXPECT_EQ(result.stderr_text.size(), std::size_t{64} << 10);
}

TEST(Sandbox, EndsAProgramThatSleeps) {
  SandboxCommand command = shell("sleep 1000");
  command.limits.wall = std::chrono::milliseconds(200);
  const SandboxResult result = run_sandboxed(command, "");
  EXPECT_TRUE(result.timed_out);
  EXPECT_EQ(failure_of(result), "took longer than it may");
}

TEST(Sandbox, EndsAProgramThatClosesItsOutputAndSleeps) {
  SandboxCommand command = shell("exec >&- 2>&-; sleep 1000");
  command.limits.wall = std::chrono::milliseconds(200);
  EXPECT_TRUE(run_sandboxed(command, "").timed_out);
}

TEST(Sandbox, DoesNotWaitForHelpersTheProgramLeavesBehind) {
  const SandboxResult result = run_sandboxed(shell("sleep 1000 & echo gone"), "");
  EXPECT_EQ(result.bytes, "gone\n");
  EXPECT_FALSE(result.timed_out);
}

TEST(Sandbox, RefusesMemoryBeyondTheLimit) {
  SandboxCommand command = shell("yes | head -c 400000000 | tail -c 300000000 | wc -c");
  command.limits.memory_bytes = std::size_t{100} << 20;
  EXPECT_NE(run_sandboxed(command, "").bytes, "300000000\n");
}

TEST(Sandbox, ShutsTheFileSystem) {
  const test::TemporaryFolder folder;
  const std::filesystem::path secret = folder.path() / "secret";
  std::ofstream(secret) << "not for converters\n";
  const SandboxResult read = run_sandboxed(shell("cat " + secret.string()), "");
  if (!read.files_shut) GTEST_SKIP() << "this kernel has no Landlock";
  EXPECT_EQ(read.bytes, "");
  EXPECT_NE(read.exit, 0);
  run_sandboxed(shell("echo new > " + (folder.path() / "new").string()), "");
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "new"));
}

TEST(Sandbox, WritesNoFileWhateverTheKernel) {
  const test::TemporaryFolder folder;
  const std::filesystem::path made = folder.path() / "made";
  run_sandboxed(shell("echo new > " + made.string()), "");
  std::error_code none;
  const auto size = std::filesystem::file_size(made, none);
  EXPECT_TRUE(none || size == 0);
}

TEST(Sandbox, WritesInTheGrantedFolderOnly) {
  const test::TemporaryFolder folder;
  const test::TemporaryFolder other;
  SandboxCommand command = shell(
      "mkdir in; echo new > in/one; mv in/one two; cat " + (other.path() / "secret").string() +
      "; ln -s two three; echo x > " + (other.path() / "made").string() + "; echo $HOME $TMPDIR");
  command.grants.folder = folder.path().string();
  std::ofstream(other.path() / "secret") << "not for converters\n";
  const SandboxResult result = run_sandboxed(command, "");
  EXPECT_EQ(test::read_file(folder.path() / "two"), "new\n");
  if (!result.files_shut) GTEST_SKIP() << "this kernel has no Landlock";
  EXPECT_EQ(result.bytes, command.grants.folder + " " + command.grants.folder + "\n");
  EXPECT_FALSE(std::filesystem::exists(other.path() / "made"));
  EXPECT_FALSE(std::filesystem::exists(std::filesystem::symlink_status(folder.path() / "three")));
}

TEST(Sandbox, ReadsWhatIsGranted) {
  const test::TemporaryFolder folder;
  const std::string one = (folder.path() / "one").string();
  const std::string two = (folder.path() / "two").string();
  std::ofstream(one) << "1";
  std::ofstream(two) << "2";
  SandboxCommand command = shell("cat " + one + " " + two + "; echo >> " + one);
  command.grants.readable = {one};
  const SandboxResult result = run_sandboxed(command, "");
  if (!result.files_shut) GTEST_SKIP() << "this kernel has no Landlock";
  EXPECT_EQ(result.bytes, "1");
  EXPECT_EQ(test::read_file(one), "1");
}

TEST(Sandbox, EndsAProgramThatFillsItsFolder) {
  const test::TemporaryFolder folder;
  SandboxCommand command = shell("i=0; while :; do i=$((i+1)); yes | head -c 500000 > $i; done");
  command.grants.folder = folder.path().string();
  const SandboxResult result = run_sandboxed(command, "");
  EXPECT_TRUE(result.over_limit);
  SandboxCommand one_file = shell("yes | head -c 5000000 > one; echo $?");
  one_file.grants.folder = folder.path().string();
  EXPECT_NE(run_sandboxed(one_file, "").bytes, "0\n");
  EXPECT_LE(std::filesystem::file_size(folder.path() / "one"), std::size_t{1} << 20);
}

TEST(Sandbox, LetsHollowSocketsReachNobody) {
  if (!std::filesystem::exists("/usr/bin/perl")) GTEST_SKIP() << "perl is not here";
  const test::TemporaryFolder folder;
  SandboxCommand command = shell("");
  command.program = "perl";
  command.arguments = {"-MSocket", "-e",
                       "my $at = sockaddr_un('socket'); print join ' ', map { $_ ? 1 : 0 } "
                       "socket(I, AF_INET, SOCK_STREAM, 0), socket(S, AF_UNIX, SOCK_STREAM, 0), "
                       "bind(S, $at), listen(S, 5), connect(S, $at), accept(C, S)"};
  command.grants = {.readable = {}, .folder = folder.path().string(), .hollow_sockets = true};
  const SandboxResult result = run_sandboxed(command, "");
  if (!result.network_shut) GTEST_SKIP() << "this kernel has no seccomp";
  EXPECT_EQ(result.bytes, "0 1 1 1 0 0");
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Sandbox, ShutsTheNetwork) {
  if (!std::filesystem::exists("/usr/bin/perl")) GTEST_SKIP() << "perl is not here";
  SandboxCommand command = shell("");
  command.program = "perl";
  command.arguments = {"-e",
                       "print socket(my $s, 2, 1, 0) ? 'open' : 'shut'; print kill(0, getppid()) ? "
                       "' reached' : ' alone'"};
  const SandboxResult result = run_sandboxed(command, "");
  if (!result.network_shut) GTEST_SKIP() << "this kernel has no seccomp";
  EXPECT_EQ(result.bytes, "shut alone");
}

TEST(Sandbox, HandsNoSecretsOfTheEnvironmentOn) {
  setenv("UNDEX_TEST_SECRET", "word", 1);
  EXPECT_EQ(run_sandboxed(shell("echo \"[$UNDEX_TEST_SECRET]\""), "").bytes, "[]\n");
}

TEST(Sandbox, NamesAMissingProgramAndTheRemedy) {
  SandboxCommand command{.program = "no-such-converter",
                         .arguments = {},
                         .package_hint = "apt-get install it",
                         .limits = {}};
  try {
    run_sandboxed(command, "");
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::check);
    EXPECT_STREQ(error.what(), "no-such-converter is not installed");
    EXPECT_EQ(error.hint, "apt-get install it");
  }
}

TEST(PrivateFolder, RemovesWhatKilledProcessesLeft) {
  const test::TemporaryFolder folder;
  const char* set = std::getenv("TMPDIR");
  const std::string before = set ? set : "";
  setenv("TMPDIR", folder.path().c_str(), 1);
  const auto make = [&](const std::string& name, std::chrono::minutes age) {
    const std::filesystem::path made = folder.path() / name;
    std::filesystem::create_directory(made);
    std::ofstream(made / "profile") << "words";
    std::filesystem::last_write_time(made, std::filesystem::file_time_type::clock::now() - age);
    return made;
  };
  const std::filesystem::path left = make("undex-convert-aaaaaa", std::chrono::minutes(5));
  const std::filesystem::path fresh = make("undex-convert-bbbbbb", std::chrono::minutes(0));
  const std::filesystem::path foreign = make("undex-papers", std::chrono::minutes(5));
  {
    const PrivateFolder held;
    std::filesystem::last_write_time(
        held.path(), std::filesystem::file_time_type::clock::now() - std::chrono::minutes(5));
    const PrivateFolder second;
    EXPECT_TRUE(std::filesystem::exists(held.path()));
  }
  EXPECT_FALSE(std::filesystem::exists(left));
  EXPECT_TRUE(std::filesystem::exists(fresh));
  EXPECT_TRUE(std::filesystem::exists(foreign));
  set ? setenv("TMPDIR", before.c_str(), 1) : unsetenv("TMPDIR");
}

}  // namespace
}  // namespace undex
