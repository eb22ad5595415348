#pragma once
// What the listener is made of: what all connections share, and one connection.
// clang-format off: with g++ 12 and C++20 asio needs <utility> before any header of its own.
#include <utility>
// clang-format on

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/serializer.hpp>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "searcher/serve/head.h"
#include "searcher/serve/listener.h"
#include "searcher/serve/listener_message.h"
#include "searcher/serve/workers.h"

namespace undex::serve {

using Executor = boost::asio::io_context::executor_type;
using Stream = boost::beast::basic_stream<boost::asio::ip::tcp, Executor>;
using Socket = Stream::socket_type;
using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;

class Session;

/// All but the atomic counts and what never changes belongs to the thread that runs `io`.
struct Core {
  ListenerLimits limits;
  std::optional<boost::asio::ip::address> trusted_proxy{};
  std::string bound{};  ///< where it listens
  Handler handler;
  Listener::Report report;
  std::size_t held = 0;
  std::unordered_map<std::string, std::size_t> networks{};
  std::unordered_set<Session*> sessions{};
  bool stopping = false;

  std::atomic<std::uint64_t> accepted{0}, refused{0}, requests{0}, malformed{0}, busy{0}, failed{0},
      dropped{0}, gone{0};
  std::atomic<std::size_t> open{0};

  // After all that a session touches when it ends, for sessions wait in these.
  boost::asio::io_context io{1};
  Acceptor acceptor{io};
  boost::asio::steady_timer timer{io};  // to accept again; when it stops, to end the drain
  Workers workers;

  Core(const ListenerLimits& given, Handler answer, Listener::Report report_to);
  void bind(const std::string& address);
  void run();
  void accept();
  void greet(Socket socket);
  void begin_stop();
  /// Counts one more of the network; false when it has too many.
  bool enter(const std::string& network);
  void leave(const std::string& network);

  // In a worker.
  void answer(std::shared_ptr<Session> session, const HttpRequest& request, unsigned version);
  HttpResponse handled(const HttpRequest& request);
  void tell(const std::string& line) const;
};

/// One connection. It lives while something is awaited for it.
class Session : public std::enable_shared_from_this<Session> {
 public:
  /// `proxied`: the peer is the trusted proxy. `network`: what the connection is counted under
  /// already; empty where it is not.
  Session(Core& core, Socket socket, const boost::asio::ip::address& peer, bool proxied,
          std::string network);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void start();
  void write(WireResponse message);
  /// At once where nothing is under way, else after its answer.
  void end_soon();
  void end_now() { stream_.close(); }
  /// The peer has closed its side, and waits for no answer. By any thread, while a request of it is
  /// under way: nothing else is done with the socket then.
  bool is_left();

 private:
  void expect_request();
  void next_request();
  void read_more();
  void take(boost::system::error_code failed, std::size_t bytes);
  void take_head();
  void take_body();
  void send_continue();
  void dispatch();
  bool count(HttpRequest& request);
  void refuse(const Refusal& refusal);
  void put_off(int status, std::string_view reason, unsigned version);
  void write_more();
  void linger();
  bool hold(std::size_t bytes);
  void release();
  void note(boost::system::error_code failed);

  Core& core_;
  Stream stream_;
  boost::asio::ip::address peer_;
  bool proxied_;
  std::string network_;  ///< of the connection
  std::string asking_;   ///< of the request under way, where a proxy names it
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  std::optional<WireResponse> response_;
  std::optional<boost::beast::http::response_serializer<boost::beast::http::string_body>>
      serializer_;
  std::chrono::steady_clock::time_point deadline_{};
  std::size_t seen_ = 0;  ///< bytes of a head that has not ended
  std::size_t held_ = 0;
  bool idle_ = false;       ///< between two requests: nothing of the next has come
  bool in_head_ = true;     ///< or before it
  bool head_ = false;       ///< the method is HEAD
  bool continued_ = false;  ///< 100 Continue is sent, if it is asked for
  bool keep_ = false;       ///< the connection lives on after this answer
};

}  // namespace undex::serve
