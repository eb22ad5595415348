#include "indexer/batch/job_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "undex/error.h"

namespace undex {
namespace {

constexpr std::chrono::milliseconds kToEnd{1000};

void close_files(unsigned first, unsigned last) {
  if (first <= last) syscall(SYS_close_range, first, last, 0U);
}

void connect_to_nothing(int file) {
  const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nothing >= 0) dup2(nothing, file);
}

/// Everything of the parent's goes, the lock of the archive among it: only the socket and standard
/// error stay.
void keep_only(int socket) {
  for (const int file : {0, 1}) connect_to_nothing(file);
  close_files(3, static_cast<unsigned>(socket) - 1);
  close_files(static_cast<unsigned>(socket) + 1, ~0U);
}

void answer_all(int socket, const MakeJob& make) {
  const Job job = make();
  FrameReader reader;
  while (reader.read(socket) == Transfer::whole) {
    const Frame answer = job(reader.take());
    FrameWriter writer(std::vector<std::string_view>(answer.begin(), answer.end()));
    if (writer.write(socket) != Transfer::whole) return;
  }
}

/// A terminal and a service manager signal every process: the parent decides when this one ends.
void depend_on(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) signal(number, SIG_IGN);
  signal(SIGALRM, SIG_DFL);
}

/// Threads of the parent may have held any lock: nothing is done here that needs one.
[[noreturn]] void serve_anew(int socket, pid_t parent, char* const* words) {
  depend_on(parent);
  dup2(socket, 0);
  connect_to_nothing(1);
  close_files(3, ~0U);
  execv("/proc/self/exe", words);
  _exit(1);
}

[[noreturn]] void serve(int socket, pid_t parent, const MakeJob& make) {
  depend_on(parent);
  keep_only(socket);
  try {
    answer_all(socket, make);
  } catch (...) {
    _exit(1);  // the parent sees a death, and it costs one source
  }
  _exit(0);  // not exit(): what the parent has not yet written is the parent's
}

}  // namespace

JobProcess::JobProcess(const MakeJob& make) {
  start([&](int socket, pid_t parent) { serve(socket, parent, make); });
}

JobProcess::JobProcess(const char* word) {
  std::string name = "undex", argument = word;
  char* const words[] = {name.data(), argument.data(), nullptr};
  start([&](int socket, pid_t parent) { serve_anew(socket, parent, words); });
}

void JobProcess::start(const std::function<void(int socket, pid_t parent)>& work) {
  int ends[2];
  const auto refuse = [] {
    throw Error(ErrorKind::archive,
                std::string("cannot start a job process: ") + std::strerror(errno),
                "close other programs or raise the limits on processes, files and memory");
  };
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) refuse();
  const pid_t parent = getpid();
  pid_ = fork();
  if (pid_ == 0) work(ends[1], parent);
  close(ends[1]);
  if (pid_ < 0) {
    const int cause = errno;
    close(ends[0]);
    errno = cause;
    refuse();
  }
  socket_ = ends[0];
  fcntl(socket_, F_SETFL, O_NONBLOCK);
}

JobProcess::~JobProcess() {
  if (!busy_ && !dead_) {  // an idle one ends by itself, and puts away what it holds
    shutdown(socket_, SHUT_WR);
    pollfd closed{socket_, POLLIN, 0};
    poll(&closed, 1, static_cast<int>(kToEnd.count()));
  }
  end();
  close(socket_);
}

void JobProcess::ask(std::vector<std::string_view> fields, std::chrono::milliseconds most) {
  request_ = FrameWriter(std::move(fields));
  busy_ = true;
  sent_ = false;
  deadline_ = std::chrono::steady_clock::now() + most;
}

short JobProcess::events() const {
  return static_cast<short>(busy_ && !sent_ ? POLLIN | POLLOUT : POLLIN);
}

std::optional<Frame> JobProcess::move() {
  if (busy_ && !sent_) {
    const Transfer sent = request_.write(socket_);
    sent_ = sent == Transfer::whole;
    if (sent == Transfer::ended) dead_ = true;
  }
  const Transfer read = answer_.read(socket_);
  if (read == Transfer::ended) dead_ = true;
  if (read != Transfer::whole) return std::nullopt;
  busy_ = false;
  return answer_.take();
}

std::string JobProcess::end() {
  if (pid_ < 0) return {};
  kill(pid_, SIGKILL);
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  dead_ = true;
  if (WIFSIGNALED(status)) return "ended by signal " + std::to_string(WTERMSIG(status));
  return "ended with status " + std::to_string(WEXITSTATUS(status));
}

void answer_requests(const MakeJob& make) { answer_all(STDIN_FILENO, make); }

}  // namespace undex
