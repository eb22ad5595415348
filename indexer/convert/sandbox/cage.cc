#include "indexer/convert/sandbox/cage.h"

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <optional>

#include "indexer/convert/sandbox/rules.h"
#include "undex/error.h"

namespace undex {
namespace {

using Clock = std::chrono::steady_clock;

#ifdef __SANITIZE_ADDRESS__
constexpr bool kSanitized = true;  // it reserves terabytes of addresses and reports on descriptor 2
#else
constexpr bool kSanitized = false;
#endif

enum class Kind : std::uint32_t { answer, refusal, no_memory, fault };

/// What goes before the bytes, both ways.
struct Head {
  std::uint64_t size = 0;
  Kind kind = Kind::answer;
  std::uint32_t last = 0;  ///< 1: the child ends after this answer
};

struct Reply {
  Kind kind = Kind::answer;
  std::string bytes{};  ///< of a refusal: message, a zero byte, hint
  bool last = false;
};

// ---- in the child

constexpr int kChildEnd = 3;

/// Both end quietly when the parent is gone: there is nobody to tell.
void read_all(char* to, std::size_t size) {
  while (size > 0) {
    const ssize_t n = read(kChildEnd, to, size);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) _exit(0);
    to += n;
    size -= static_cast<std::size_t>(n);
  }
}

void write_all(const char* from, std::size_t size) {
  while (size > 0) {
    const ssize_t n = write(kChildEnd, from, size);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) _exit(0);
    from += n;
    size -= static_cast<std::size_t>(n);
  }
}

Reply reply_to(Cage::Function function, std::size_t request_bytes) {
  try {
    std::string request(request_bytes, '\0');
    read_all(request.data(), request.size());
    return {.kind = Kind::answer, .bytes = function(request)};
  } catch (const std::bad_alloc&) {
    return {.kind = Kind::no_memory};
  } catch (const Error& error) {
    return {.kind = Kind::refusal, .bytes = std::string(error.what()) + '\0' + error.hint};
  } catch (const std::exception& error) {
    return {.kind = Kind::fault, .bytes = error.what()};
  }
}

/// What a large source took is not given back to the system: a child is small again only when new.
bool has_grown(const CageLimits& limits) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<std::size_t>(used.ru_maxrss) * 1024 > limits.memory_bytes / 2;
}

[[noreturn]] void serve(Cage::Function function, const CageLimits& limits) {
  for (std::size_t calls = 1;; ++calls) {
    Head head;
    read_all(reinterpret_cast<char*>(&head), sizeof head);
    Reply reply = reply_to(function, head.size);
    reply.last = calls >= limits.most_calls || reply.kind == Kind::no_memory || has_grown(limits);
    head = {reply.bytes.size(), reply.kind, reply.last};
    write_all(reinterpret_cast<const char*>(&head), sizeof head);
    write_all(reply.bytes.data(), reply.bytes.size());
    if (reply.last) _exit(0);
  }
}

void limit(__rlimit_resource resource, std::size_t value) {
  const rlimit both{value, value};
  setrlimit(resource, &both);
}

[[noreturn]] void live_in_cage(Cage::Function function, const CageLimits& limits,
                               const SandboxRules& rules, int end, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);
  // Whoever stops the parent stops the child through it, between two documents or within one.
  for (const int sig : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE}) signal(sig, SIG_IGN);
  limit(RLIMIT_CPU, (static_cast<std::size_t>(limits.wall.count()) / 1000 + 1) * limits.most_calls);
  if (!kSanitized) limit(RLIMIT_AS, limits.memory_bytes);
  if (!kSanitized) limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, kChildEnd + 1);
  limit(RLIMIT_CORE, 0);
  enter(rules);
  if (dup2(end, kChildEnd) < 0) _exit(1);
  if (!kSanitized) syscall(SYS_close_range, 0U, 2U, 0U);
  syscall(SYS_close_range, kChildEnd + 1U, ~0U, 0U);
  serve(function, limits);
}

// ---- in the parent

int milliseconds_until(Clock::time_point deadline) {
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 1'000'000));
}

enum class Moved { all, closed, late };

/// Sends or receives all of it before the deadline.
template <typename Transfer>
Moved move_all(int end, short wanted, std::size_t size, Clock::time_point deadline,
               Transfer transfer) {
  for (std::size_t done = 0; done < size;) {
    pollfd waited{end, wanted, 0};
    const int ready = poll(&waited, 1, milliseconds_until(deadline));
    if (ready == 0) return Moved::late;
    if (ready < 0 && errno != EINTR) return Moved::closed;
    if (ready < 0) continue;
    const ssize_t n = transfer(done, size - done);
    if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (n <= 0) return Moved::closed;
    done += static_cast<std::size_t>(n);
  }
  return Moved::all;
}

Moved send_all(int end, const void* from, std::size_t size, Clock::time_point deadline) {
  return move_all(end, POLLOUT, size, deadline, [&](std::size_t done, std::size_t left) {
    return send(end, static_cast<const char*>(from) + done, left, MSG_DONTWAIT | MSG_NOSIGNAL);
  });
}

Moved receive_all(int end, void* to, std::size_t size, Clock::time_point deadline) {
  return move_all(end, POLLIN, size, deadline, [&](std::size_t done, std::size_t left) {
    return recv(end, static_cast<char*>(to) + done, left, MSG_DONTWAIT);
  });
}

std::string megabytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

Error out_of_memory(const CageLimits& limits) {
  return {ErrorKind::check, "reading it needs more memory than " + megabytes(limits.memory_bytes),
          "split it into smaller documents"};
}

Error out_of_time(const CageLimits& limits) {
  return {ErrorKind::check,
          "reading it takes longer than " + std::to_string(limits.wall.count() / 1000) + " s",
          "split it into smaller documents, or save its text as plain text"};
}

Error death(int status, const CageLimits& limits) {
  const int sig = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (sig == SIGXCPU) return out_of_time(limits);
  const std::string how =
      sig != 0 ? "signal " + std::to_string(sig) : "status " + std::to_string(WEXITSTATUS(status));
  return {ErrorKind::check, "its reader died (" + how + ")",
          "open it in the program that wrote it and save it anew; undex should know of this file"};
}

[[noreturn]] void cannot_start() {
  throw Error(ErrorKind::check, std::string("cannot start a process: ") + std::strerror(errno),
              "close other programs or raise the limits on processes and memory");
}

std::string answer_of(Reply reply, const CageLimits& limits) {
  switch (reply.kind) {
    case Kind::answer:
      return std::move(reply.bytes);
    case Kind::refusal: {
      const std::size_t zero = std::min(reply.bytes.find('\0'), reply.bytes.size());
      const std::string hint = reply.bytes.substr(std::min(zero + 1, reply.bytes.size()));
      throw Error(ErrorKind::check, reply.bytes.substr(0, zero), hint);
    }
    case Kind::no_memory:
      throw out_of_memory(limits);
    case Kind::fault:
      break;
  }
  throw Error(ErrorKind::check, reply.bytes,
              "report this source: undex should know what is wrong with it");
}

}  // namespace

struct Cage::State {
  Function function;
  CageLimits limits;
  SandboxRules rules = make_cage_rules();
  Descriptor end{};
  pid_t child = -1;
  bool asking = false;  ///< a call was left in its middle

  ~State() { finish(); }

  void start() {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) cannot_start();
    end = Descriptor(ends[0]);
    const Descriptor other(ends[1]);
    const pid_t parent = getpid();
    child = fork();
    if (child < 0) cannot_start();
    if (child == 0) live_in_cage(function, limits, rules, other.get(), parent);
  }

  /// Ends the child and gives its wait status; 0 when there is none.
  int finish() {
    asking = false;
    end = Descriptor();
    if (child < 0) return 0;
    kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    child = -1;
    return status;
  }

  /// Nothing when the child died; then `status` is how.
  std::optional<Reply> ask(std::string_view request, int& status) {
    if (asking) finish();
    if (child < 0) start();
    asking = true;
    const Clock::time_point deadline = Clock::now() + limits.wall;
    Reply reply;
    switch (exchange(request, reply, deadline)) {
      case Moved::late:
        finish();
        throw out_of_time(limits);
      case Moved::closed:
        status = finish();
        return std::nullopt;
      case Moved::all:
        break;
    }
    asking = false;
    if (reply.last) finish();
    return reply;
  }

  Moved exchange(std::string_view request, Reply& reply, Clock::time_point deadline) const {
    Head head{request.size()};
    // A child that cannot hold the request says so before it has read it, and closes its end.
    if (send_all(end.get(), &head, sizeof head, deadline) == Moved::late ||
        send_all(end.get(), request.data(), request.size(), deadline) == Moved::late)
      return Moved::late;
    const Moved heard = receive_all(end.get(), &head, sizeof head, deadline);
    if (heard != Moved::all) return heard;
    if (head.size > limits.answer_bytes)
      throw Error(ErrorKind::check, "it gives more than " + megabytes(limits.answer_bytes),
                  "split it into smaller documents");
    reply = {head.kind, std::string(head.size, '\0'), head.last != 0};
    return receive_all(end.get(), reply.bytes.data(), reply.bytes.size(), deadline);
  }
};

Cage::Cage(Function function, CageLimits limits)
    : state_(new State{.function = function, .limits = limits}) {}
Cage::Cage(Cage&&) noexcept = default;
Cage& Cage::operator=(Cage&&) noexcept = default;
Cage::~Cage() = default;

std::string Cage::call(std::string_view request) {
  const bool is_new = state_->child < 0;
  int status = 0;
  std::optional<Reply> reply = state_->ask(request, status);
  // Only a new child is sure to have died of this request.
  if (!is_new && (!reply || reply->kind == Kind::no_memory)) reply = state_->ask(request, status);
  if (!reply) throw death(status, state_->limits);
  return answer_of(std::move(*reply), state_->limits);
}

}  // namespace undex
