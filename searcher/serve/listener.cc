#include "searcher/serve/listener.h"

#include <sys/resource.h>

// clang-format off: with g++ 12 and C++20 asio needs <utility> before any header of its own.
#include <utility>
// clang-format on

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <thread>

#include "corpus/text.h"
#include "searcher/serve/listener_address.h"
#include "searcher/serve/listener_session.h"
#include "undex/error.h"

namespace undex::serve {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t kOtherFiles = 512;          // descriptors that are no connections
constexpr std::chrono::milliseconds kPause{100};  // when no descriptor is left to accept with
constexpr std::string_view kOverACap =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n"
    "Connection: close\r\n\r\n";

/// How many connections the process has descriptors for, of those wanted.
std::size_t connections_possible(std::size_t wanted) {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
  const rlim_t needed = std::min<rlim_t>(wanted + kOtherFiles, files.rlim_max);
  if (files.rlim_cur < needed) {
    files.rlim_cur = needed;
    if (setrlimit(RLIMIT_NOFILE, &files) != 0) getrlimit(RLIMIT_NOFILE, &files);
  }
  const std::size_t had = files.rlim_cur;
  return std::min(wanted, had > 2 * kOtherFiles ? had - kOtherFiles : had / 2);
}

std::size_t workers_for(std::size_t wanted) {
  return wanted > 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

Core::Core(const ListenerLimits& given, Handler answer, Listener::Report report_to)
    : limits(given),
      handler(std::move(answer)),
      report(std::move(report_to)),
      workers(workers_for(given.workers), given.queue) {
  limits.connections = connections_possible(limits.connections);
}

void Core::tell(const std::string& line) const {
  if (report) report(printable(line));
}

void Core::bind(const std::string& address) {
  const tcp::endpoint endpoint = endpoint_of(address);
  error_code fault;
  acceptor.open(endpoint.protocol(), fault);
  // A port in TIME_WAIT may be taken again. SO_REUSEPORT is never set: two servers would share one
  // port, and nobody would be told.
  if (!fault) acceptor.set_option(Acceptor::reuse_address(true), fault);
  if (!fault) acceptor.bind(endpoint, fault);
  if (!fault) acceptor.listen(Acceptor::max_listen_connections, fault);
  if (fault)
    throw Error(ErrorKind::archive,
                "cannot listen on '" + printable(address) + "': " + fault.message(),
                "take another address, or port 0 for one that is free");
  const tcp::endpoint taken = acceptor.local_endpoint();
  const std::string host = taken.address().to_string();
  bound = (taken.address().is_v6() ? "[" + host + "]" : host) + ":" + std::to_string(taken.port());
}

void Core::run() {
  accept();
  const auto until_stopped = asio::make_work_guard(io);
  while (!io.stopped()) {
    try {
      io.run();
    } catch (const std::exception& error) {  // a connection that there was no memory for
      tell("connection dropped: " + std::string(error.what()));
    }
  }
  workers.stop();
}

void Core::accept() {
  acceptor.async_accept([this](error_code fault, Socket socket) {
    if (stopping) return;
    if (!fault) {
      accept();
      return greet(std::move(socket));
    }
    timer.expires_after(kPause);
    timer.async_wait([this](error_code) {
      if (!stopping) accept();
    });
  });
}

void Core::greet(Socket socket) {
  error_code fault;
  const asio::ip::address peer = plain(socket.remote_endpoint(fault).address());
  if (fault) return;
  ++accepted;
  const bool proxied = peer == trusted_proxy;
  // This machine itself is not counted: everyone comes from it where a proxy is not named.
  const bool here = peer == plain(socket.local_endpoint(fault).address());
  const std::string network = proxied || here ? "" : network_of(peer);
  if (sessions.size() >= limits.connections || (!network.empty() && !enter(network))) {
    ++refused;
    socket.non_blocking(true, fault);
    socket.write_some(asio::buffer(kOverACap), fault);
    return;
  }
  socket.set_option(tcp::no_delay(true), fault);
  std::make_shared<Session>(*this, std::move(socket), peer, proxied, network)->start();
}

void Core::begin_stop() {
  if (std::exchange(stopping, true)) return;
  acceptor.close();
  for (Session* session : sessions) session->end_soon();
  if (sessions.empty()) return io.stop();
  timer.expires_after(limits.drain);
  timer.async_wait([this](error_code) { io.stop(); });
}

bool Core::enter(const std::string& network) {
  std::size_t& count = networks[network];
  if (count >= limits.connections_per_address) return false;
  ++count;
  return true;
}

void Core::leave(const std::string& network) {
  const auto found = networks.find(network);
  if (--found->second == 0) networks.erase(found);
}

HttpResponse Core::handled(const HttpRequest& request) {
  if (Clock::now() > request.deadline) {
    ++busy;
    return own_answer(503, "the request waited too long");
  }
  std::string what = "an exception that says nothing";
  try {
    return handler(request);
  } catch (const std::exception& error) {
    what = error.what();
  } catch (...) {
  }
  ++failed;
  tell(request.method + ' ' + request.target + ": " + what);
  return own_answer(500, "the request could not be answered");
}

void Core::answer(std::shared_ptr<Session> session, const HttpRequest& request, unsigned version) {
  // The session goes along: the last to hold it must be the thread of `io`, where it ends.
  if (session->is_left()) {
    ++gone;
    return asio::post(io, [session = std::move(session)] {});
  }
  WireResponse message = wire_response(handled(request), version, request.method == "HEAD");
  asio::post(io, [session = std::move(session), message = std::move(message)]() mutable {
    session->write(std::move(message));
  });
}

struct Listener::State : Core {
  using Core::Core;
};

Listener::Listener(const std::string& address, const ListenerLimits& limits,
                   const std::string& trusted_proxy, Handler handler, Report report)
    : state_(std::make_unique<State>(limits, std::move(handler), std::move(report))) {
  state_->trusted_proxy = address_of(trusted_proxy);
  if (!trusted_proxy.empty() && !state_->trusted_proxy)
    throw Error(ErrorKind::usage, "'" + printable(trusted_proxy) + "' is no address of a proxy",
                "write it as 127.0.0.1 or ::1");
  state_->bind(address);
}

Listener::~Listener() = default;

std::string Listener::address() const { return state_->bound; }
void Listener::run() { state_->run(); }

void Listener::stop() {
  asio::post(state_->io, [state = state_.get()] { state->begin_stop(); });
}

ListenerCounts Listener::counts() const {
  return {.accepted = state_->accepted,
          .refused = state_->refused,
          .requests = state_->requests,
          .malformed = state_->malformed,
          .busy = state_->busy,
          .failed = state_->failed,
          .dropped = state_->dropped,
          .gone = state_->gone,
          .open = state_->open,
          .waiting = state_->workers.waiting()};
}

}  // namespace undex::serve
