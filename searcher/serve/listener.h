#pragma once
// The only part that knows sockets: one thread moves bytes, a pool of workers answers, and what is
// slow, large or many is cut off before it costs anything.
//
// Answered here, without a handler: requests that head.h refuses (4xx, 501, 505; the connection is
// closed), 413 for a body too long, 429 and 503 with Retry-After where too many wait, 500 where the
// handler throws. A request that is answered to HEAD keeps the length of the body and loses the
// body.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "searcher/serve/http.h"

namespace undex::serve {

struct ListenerLimits {
  std::size_t workers = 0;  ///< threads that answer; 0: one a core
  /// Requests that wait for a worker, in turns of those who ask; one more costs one of whoever has
  /// most of them a 503.
  std::size_t queue = 256;
  std::size_t connections = 4096;
  /// Connections of a peer that is not this machine; of a client that a trusted proxy names,
  /// requests under way (429). An IPv6 client is its /64.
  std::size_t connections_per_address = 256;
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 4 * 1024 * 1024;
  /// Bodies being read and answers being written, of all connections; one more over 64 KiB gets
  /// 503.
  std::size_t held_bytes = 256 * 1024 * 1024;
  /// From the first byte, or the beginning of the connection, to the end of the headers.
  std::chrono::milliseconds header_deadline{10'000};
  std::chrono::milliseconds body_deadline{30'000};
  std::chrono::milliseconds idle_deadline{30'000};    ///< between requests
  std::chrono::milliseconds answer_deadline{20'000};  ///< HttpRequest::deadline
  std::chrono::milliseconds write_deadline{30'000};   ///< for a peer to take some of an answer
  std::chrono::milliseconds drain{5'000};             ///< what is under way when it stops may end
};

/// What it did since it began.
struct ListenerCounts {
  std::uint64_t accepted = 0;   ///< connections
  std::uint64_t refused = 0;    ///< of those, over a cap: closed at once
  std::uint64_t requests = 0;   ///< read whole
  std::uint64_t malformed = 0;  ///< answered 4xx, 501 or 505 without a handler
  std::uint64_t busy = 0;       ///< 429 and 503: too many, or too late
  std::uint64_t failed = 0;     ///< 500: the handler threw
  std::uint64_t dropped = 0;    ///< too slow
  std::uint64_t gone = 0;       ///< requests whose client went away while they waited
  std::size_t open = 0;         ///< connections now
  std::size_t waiting = 0;      ///< requests in the queue now
};

class Listener {
 public:
  /// Told what a handler threw, in one line that is safe to print. Called by several threads.
  using Report = std::function<void(const std::string& line)>;

  /// Binds at once. `address` is "127.0.0.1:8080" or "[::1]:0"; port 0 takes a free one. The client
  /// is the last entry of X-Forwarded-For where the peer is `trusted_proxy` ("127.0.0.1"; empty:
  /// none). Error{usage} for an address that is none, Error{archive} when it cannot be bound.
  /// Raises the process's soft limit of open files to what the connections need.
  Listener(const std::string& address, const ListenerLimits& limits,
           const std::string& trusted_proxy, Handler handler, Report report);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// "127.0.0.1:8080", with the port taken.
  std::string address() const;
  /// Answers until stop(); then ends what is under way, at most ListenerLimits::drain, and waits
  /// for the handlers. Once.
  void run();
  /// From any thread; more than once, or before run(), does no harm.
  void stop();
  /// From any thread.
  ListenerCounts counts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace undex::serve
