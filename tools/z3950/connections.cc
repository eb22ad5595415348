#include "tools/z3950/connections.h"

#include <netdb.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <memory>
#include <set>

#include "corpus/text.h"
#include "undex/error.h"

namespace undex::z3950 {
namespace {

volatile std::sig_atomic_t is_ending = 0;

void ask_for_end(int) { is_ending = 1; }
void wake(int) {}

constexpr int kEnding[] = {SIGTERM, SIGINT, SIGHUP};

Error wrong_address(const std::string& address, const char* reason) {
  return {ErrorKind::usage, "cannot listen on '" + printable(address) + "': " + reason,
          "write it as 127.0.0.1:9999 or [::1]:9999"};
}

struct FreeAddress {
  void operator()(addrinfo* address) const { freeaddrinfo(address); }
};
using Address = std::unique_ptr<addrinfo, FreeAddress>;

Address resolved(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) throw wrong_address(text, "it has no port");
  std::string host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  addrinfo hints{};
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int fault = getaddrinfo(host.c_str(), text.substr(colon + 1).c_str(), &hints, &found);
  if (fault != 0) throw wrong_address(text, gai_strerror(fault));
  return Address(found);
}

/// They come only while ppoll() waits.
sigset_t block_signals() {
  struct sigaction action {};
  action.sa_handler = ask_for_end;
  sigset_t all;
  sigemptyset(&all);
  for (const int one : kEnding) {
    sigaction(one, &action, nullptr);
    sigaddset(&all, one);
  }
  action.sa_handler = wake;
  sigaction(SIGCHLD, &action, nullptr);
  sigaddset(&all, SIGCHLD);
  sigset_t before;
  sigprocmask(SIG_BLOCK, &all, &before);
  return before;
}

/// A child is as its parent was before, and does not outlive it.
void become_child(const sigset_t& mask, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);
  for (const int one : kEnding) std::signal(one, SIG_DFL);
  std::signal(SIGCHLD, SIG_DFL);
  sigprocmask(SIG_SETMASK, &mask, nullptr);
}

void bury(std::set<pid_t>& children) {
  for (pid_t one = 0; (one = waitpid(-1, nullptr, WNOHANG)) > 0;) children.erase(one);
}

}  // namespace

Connections::Connections(const std::string& address, std::size_t most) : most_(most) {
  const Address found = resolved(address);
  listener_ = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const int yes = 1;
  setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (listener_ >= 0 && bind(listener_, found->ai_addr, found->ai_addrlen) == 0 &&
      listen(listener_, SOMAXCONN) == 0)
    return;
  const int fault = errno;
  if (listener_ >= 0) close(listener_);
  throw wrong_address(address, std::strerror(fault));
}

Connections::~Connections() { close(listener_); }

std::string Connections::address() const {
  sockaddr_storage bound{};
  socklen_t size = sizeof bound;
  getsockname(listener_, reinterpret_cast<sockaddr*>(&bound), &size);
  char host[NI_MAXHOST];
  char port[NI_MAXSERV];
  getnameinfo(reinterpret_cast<sockaddr*>(&bound), size, host, sizeof host, port, sizeof port,
              NI_NUMERICHOST | NI_NUMERICSERV);
  const std::string name = bound.ss_family == AF_INET6 ? '[' + std::string(host) + ']' : host;
  return name + ':' + port;
}

void Connections::run(const std::function<void(int socket)>& talk) {
  const sigset_t before = block_signals();
  const pid_t self = getpid();
  std::set<pid_t> children;
  while (!is_ending) {
    pollfd waiting{.fd = listener_, .events = POLLIN, .revents = 0};
    ppoll(&waiting, 1, nullptr, &before);
    bury(children);
    const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    const pid_t child = children.size() < most_ ? fork() : -1;
    if (child == 0) {
      become_child(before, self);
      close(listener_);
      talk(client);
      _exit(0);
    }
    if (child > 0) children.insert(child);
    close(client);
  }
  for (const pid_t one : children) kill(one, SIGKILL);  // they only read
  while (waitpid(-1, nullptr, 0) > 0) {
  }
}

}  // namespace undex::z3950
