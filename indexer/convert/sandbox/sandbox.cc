#include "indexer/convert/sandbox/sandbox.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "indexer/convert/sandbox/rules.h"
#include "undex/error.h"

namespace undex {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kStderrBytes = std::size_t{64} << 10;
constexpr std::chrono::milliseconds kLookEvery{500};

[[noreturn]] void cannot_start(const std::string& program) {
  throw Error(ErrorKind::check, "cannot start " + program + ": " + std::strerror(errno),
              "close other programs or raise the limits on processes and memory");
}

/// The input as an unnamed file in memory: converters that seek are content, nothing lands on disk.
Descriptor input_file(std::string_view input, const std::string& program) {
  Descriptor file(memfd_create("undex-input", MFD_CLOEXEC));
  if (file.get() < 0) cannot_start(program);
  while (!input.empty()) {
    const ssize_t n = write(file.get(), input.data(), input.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) cannot_start(program);
    input.remove_prefix(static_cast<std::size_t>(n));
  }
  if (lseek(file.get(), 0, SEEK_SET) < 0) cannot_start(program);
  return file;
}

struct Pipe {
  Descriptor read_end;
  Descriptor write_end;
};

Pipe make_pipe(const std::string& program) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) cannot_start(program);
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

void limit(__rlimit_resource resource, std::size_t value) {
  const rlimit both{value, value};
  setrlimit(resource, &both);
}

/// Everything the child needs, made before the fork: after it only async-signal-safe calls are
/// allowed, because the indexer has threads.
struct Prepared {
  std::string program;
  std::vector<char*> argv;
  std::vector<char*> environment;
  std::string folder;
  SandboxLimits limits;
  SandboxRules rules;
  int in = -1;
  int out = -1;
  int err = -1;
  pid_t parent = -1;
};

[[noreturn]] void become(const Prepared& prepared) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != prepared.parent) _exit(126);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  for (const int sig : {SIGPIPE, SIGXFSZ, SIGINT, SIGTERM, SIGHUP}) signal(sig, SIG_DFL);
  if (dup2(prepared.in, 0) < 0 || dup2(prepared.out, 1) < 0 || dup2(prepared.err, 2) < 0)
    _exit(126);
  if (chdir(prepared.folder.empty() ? "/" : prepared.folder.c_str()) != 0) _exit(126);
  limit(RLIMIT_CPU, prepared.limits.cpu_seconds);
  limit(RLIMIT_DATA, prepared.limits.memory_bytes);
  limit(RLIMIT_AS, prepared.limits.address_bytes);
  limit(RLIMIT_FSIZE, prepared.folder.empty() ? 0 : prepared.limits.output_bytes);
  limit(RLIMIT_NOFILE, 256);
  limit(RLIMIT_CORE, 0);
  enter(prepared.rules);
  // Descriptors that other threads opened without O_CLOEXEC must not leak into the converter.
  syscall(SYS_close_range, 3U, ~0U, 4U /* CLOSE_RANGE_CLOEXEC */);
  execve(prepared.program.c_str(), prepared.argv.data(), prepared.environment.data());
  _exit(127);
}

/// Reads what is there; false at the end or once `most` is passed (then over is set).
bool drain(int fd, std::string& into, std::size_t most, bool& over) {
  std::array<char, 65536> buffer;
  const ssize_t n = read(fd, buffer.data(), buffer.size());
  if (n < 0) return errno == EINTR || errno == EAGAIN;
  if (n == 0) return false;
  const std::size_t room = most - into.size();
  into.append(buffer.data(), std::min(room, static_cast<std::size_t>(n)));
  if (static_cast<std::size_t>(n) > room) over = true;
  return !over;
}

bool has_exited(pid_t child) {
  siginfo_t info{};
  return waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
         info.si_pid == child;
}

int remaining_ms(Clock::time_point deadline) {
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 50));
}

/// Whether the files in the folder hold more bytes than that.
bool overfull(const std::string& folder, std::size_t most) {
  namespace fs = std::filesystem;
  std::uintmax_t sum = 0;
  std::error_code ignored;  // files come and go meanwhile
  for (fs::recursive_directory_iterator at(folder, ignored), end; at != end;
       at.increment(ignored)) {
    if (at->is_symlink(ignored) || !at->is_regular_file(ignored)) continue;
    const std::uintmax_t size = at->file_size(ignored);
    if (!ignored) sum += size;
  }
  return sum > most;
}

/// Collects output until the child has ended, run over its limit or out of time.
void watch(pid_t child, int out, int err, const SandboxCommand& command, SandboxResult& result) {
  const SandboxLimits& limits = command.limits;
  const Clock::time_point deadline = Clock::now() + limits.wall;
  Clock::time_point next_look = Clock::now() + kLookEvery;
  std::array<pollfd, 2> ends{{{out, POLLIN, 0}, {err, POLLIN, 0}}};
  while (!result.over_limit) {
    const bool open = ends[0].fd >= 0 || ends[1].fd >= 0;
    const int wait = remaining_ms(deadline);
    if (wait == 0) {
      result.timed_out = true;
      return;
    }
    if (!command.grants.folder.empty() && Clock::now() > next_look) {
      result.over_limit = overfull(command.grants.folder, limits.output_bytes);
      next_look = Clock::now() + kLookEvery;
    }
    // Once the pipes are closed the end is near: look often.
    if (poll(ends.data(), ends.size(), open ? wait : 1) < 0 && errno != EINTR) return;
    bool errors_over = false;
    if (ends[0].fd >= 0 && ends[0].revents &&
        !drain(out, result.bytes, limits.output_bytes, result.over_limit))
      ends[0].fd = -1;
    if (ends[1].fd >= 0 && ends[1].revents &&
        !drain(err, result.stderr_text, kStderrBytes, errors_over) && !errors_over)
      ends[1].fd = -1;
    if (has_exited(child)) {
      if (!open) return;
      kill(-child, SIGKILL);  // helpers of its own would keep the pipes open
    }
  }
}

void collect_status(pid_t child, SandboxResult& result) {
  kill(-child, SIGKILL);  // before it is waited for: until then the group cannot be another's
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) result.exit = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  if (result.signal == SIGXCPU) result.timed_out = true;
}

}  // namespace

std::string find_program(const SandboxCommand& command) {
  if (command.program.find('/') != std::string::npos) {
    if (access(command.program.c_str(), X_OK) == 0) return command.program;
  } else {
    const char* given = std::getenv("PATH");
    std::string_view path = given ? given : "/usr/bin:/bin";
    while (!path.empty()) {
      const std::size_t end = std::min(path.find(':'), path.size());
      const std::string candidate = std::string(path.substr(0, end)) + "/" + command.program;
      if (end > 0 && access(candidate.c_str(), X_OK) == 0) return candidate;
      path.remove_prefix(std::min(end + 1, path.size()));
    }
  }
  throw Error(ErrorKind::check, command.program + " is not installed", command.package_hint);
}

SandboxResult run_sandboxed(const SandboxCommand& command, std::string_view input) {
  Prepared prepared;
  prepared.program = find_program(command);
  prepared.limits = command.limits;
  prepared.folder = command.grants.folder;
  prepared.rules = make_sandbox_rules(prepared.program, command.grants);
  prepared.parent = getpid();
  std::vector<std::string> words{command.program};
  words.insert(words.end(), command.arguments.begin(), command.arguments.end());
  std::vector<std::string> variables{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent"};
  if (!prepared.folder.empty()) {
    variables.back() = "HOME=" + prepared.folder;
    variables.push_back("TMPDIR=" + prepared.folder);
  }
  for (std::string& word : words) prepared.argv.push_back(word.data());
  for (std::string& variable : variables) prepared.environment.push_back(variable.data());
  prepared.argv.push_back(nullptr);
  prepared.environment.push_back(nullptr);

  const Descriptor in = input_file(input, command.program);
  Pipe out = make_pipe(command.program);
  Pipe err = make_pipe(command.program);
  prepared.in = in.get();
  prepared.out = out.write_end.get();
  prepared.err = err.write_end.get();
  SandboxResult result;
  result.files_shut = prepared.rules.landlock.get() >= 0;
  result.network_shut = !prepared.rules.filter.empty();

  const pid_t child = fork();
  if (child < 0) cannot_start(command.program);
  if (child == 0) become(prepared);
  setpgid(child, child);  // here too: whoever comes first
  out.write_end = Descriptor();
  err.write_end = Descriptor();
  watch(child, out.read_end.get(), err.read_end.get(), command, result);
  collect_status(child, result);
  return result;
}

std::string missing_program(const SandboxCommand& command) {
  try {
    find_program(command);
    return {};
  } catch (const Error& error) {
    return std::string(error.what()) + ": " + error.hint;
  }
}

std::string failure_of(const SandboxResult& result) {
  if (result.over_limit) return "wrote more than it may";
  if (result.timed_out) return "took longer than it may";
  if (result.signal != 0) return "ended by signal " + std::to_string(result.signal);
  if (result.exit != 0) return "ended with status " + std::to_string(result.exit);
  return {};
}

}  // namespace undex
