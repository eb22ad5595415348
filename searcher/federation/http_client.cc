#include "searcher/federation/http_client.h"

// clang-format off: with g++ 12 and C++20 asio needs <utility> before any header of its own.
#include <utility>
// clang-format on

#include <algorithm>
#include <atomic>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <mutex>
#include <vector>

#include "corpus/text.h"
#include "undex/error.h"

namespace undex::federation {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::size_t kHeaderBytes = 16 * 1024;
constexpr std::size_t kMostIdle = 16;
constexpr std::string_view kScheme = "http://";
/// How often who waits looks whether anybody wants the answer.
constexpr std::chrono::milliseconds kGlance{50};

using Message = http::request<http::string_body>;

struct Address {
  std::string host, port = "80", path;
  std::string authority;  ///< "[::1]:8080"
};

[[noreturn]] void refuse(const std::string& address) {
  throw Error(ErrorKind::usage, "'" + printable(address) + "' is no address of an archive",
              "write a folder, or http://host:8080 of a machine that runs 'undex serve --node'");
}

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

Address read_address(const std::string& given) {
  const auto bad = [](char c) { return c <= ' ' || c > '~' || c == '@' || c == '?' || c == '#'; };
  if (!given.starts_with(kScheme) || std::any_of(given.begin(), given.end(), bad)) refuse(given);
  const std::size_t stroke = std::min(given.find('/', kScheme.size()), given.size());
  Address out;
  out.authority = given.substr(kScheme.size(), stroke - kScheme.size());
  out.path = given.substr(stroke);
  while (out.path.ends_with('/')) out.path.pop_back();
  const std::size_t bracket = out.authority.rfind(']');
  const std::size_t colon = out.authority.find(':', bracket == std::string::npos ? 0 : bracket);
  out.host = out.authority.substr(0, colon);
  if (colon != std::string::npos) out.port = out.authority.substr(colon + 1);
  if (out.host.starts_with('[') && out.host.ends_with(']'))
    out.host = out.host.substr(1, out.host.size() - 2);
  if (out.host.empty() || !is_port(out.port)) refuse(given);
  return out;
}

/// What a step of the network failed with.
struct Failed {
  error_code fault;
};

}  // namespace

/// Steps of asio, each with an end in time.
struct Connection {
  explicit Connection(const std::atomic<bool>& any_more) : ended(any_more) {}

  const std::atomic<bool>& ended;
  asio::io_context io{1};
  tcp::resolver resolver{io};
  tcp::socket socket{io};
  beast::flat_buffer buffer;

  /// Starts a step and waits for it.
  template <typename Start>
  void step(Deadline deadline, Start start) {
    error_code fault;
    start([&fault](error_code failed, const auto&...) { fault = failed; });
    io.restart();
    while (!io.stopped() && !ended && Clock::now() < deadline)
      io.run_until(std::min(deadline, Clock::now() + kGlance));
    if (!io.stopped()) {
      error_code ignored;
      resolver.cancel();
      socket.close(ignored);
      io.run();  // what was given up says so
      throw Failed{ended ? asio::error::operation_aborted : asio::error::timed_out};
    }
    if (fault) throw Failed{fault};
  }

  void connect(const Address& address, Deadline deadline) {
    tcp::resolver::results_type found;
    step(deadline, [&](auto done) {
      resolver.async_resolve(address.host, address.port,
                             [&found, done](error_code failed, tcp::resolver::results_type all) {
                               found = std::move(all);
                               done(failed);
                             });
    });
    step(deadline, [&](auto done) { asio::async_connect(socket, found, done); });
    socket.set_option(tcp::no_delay(true));
  }

  HttpAnswer ask(Message& message, std::size_t most_bytes, Deadline deadline, bool& keep) {
    step(deadline, [&](auto done) { http::async_write(socket, message, done); });
    http::response_parser<http::string_body> parser;
    parser.header_limit(kHeaderBytes);
    parser.body_limit(most_bytes);
    // By itself: a head that comes together with its body is not held to the limit (Beast 1.74).
    step(deadline, [&](auto done) { http::async_read_header(socket, buffer, parser, done); });
    step(deadline, [&](auto done) { http::async_read(socket, buffer, parser, done); });
    keep = parser.get().keep_alive() && buffer.size() == 0;
    return {static_cast<int>(parser.get().result_int()), std::move(parser.get().body())};
  }
};

struct HttpClient::State {
  const Address address;
  std::atomic<bool> ended = false;
  std::mutex mutex{};
  std::vector<std::unique_ptr<Connection>> idle{};

  explicit State(Address of) : address(std::move(of)) {}

  std::unique_ptr<Connection> take_idle() {
    const std::lock_guard lock(mutex);
    if (idle.empty()) return nullptr;
    std::unique_ptr<Connection> one = std::move(idle.back());
    idle.pop_back();
    return one;
  }

  HttpAnswer ask_by(std::unique_ptr<Connection> connection, Message& message,
                    std::size_t most_bytes, Deadline deadline) {
    bool keep = false;
    HttpAnswer answer = connection->ask(message, most_bytes, deadline, keep);
    const std::lock_guard lock(mutex);
    if (keep && idle.size() < kMostIdle) idle.push_back(std::move(connection));
    return answer;
  }

  HttpAnswer ask(Message message, std::size_t most_bytes, Deadline deadline) {
    message.set(http::field::host, address.authority);
    message.set(http::field::user_agent, "undex");
    message.prepare_payload();
    try {
      if (std::unique_ptr<Connection> kept = take_idle()) try {
          return ask_by(std::move(kept), message, most_bytes, deadline);
        } catch (const Failed& failed) {
          // A connection that was kept may have been closed meanwhile: asking changes nothing, so
          // it may be done again.
          if (failed.fault == asio::error::timed_out) throw;
        }
      auto fresh = std::make_unique<Connection>(ended);
      fresh->connect(address, deadline);
      return ask_by(std::move(fresh), message, most_bytes, deadline);
    } catch (const Failed& failed) {
      if (failed.fault == asio::error::timed_out)
        throw Error(ErrorKind::archive, "does not answer in time");
      throw Error(ErrorKind::archive, "cannot be reached: " + printable(failed.fault.message()));
    }
  }
};

HttpClient::HttpClient(const std::string& address)
    : state_(std::make_unique<State>(read_address(address))) {}
HttpClient::~HttpClient() = default;

void HttpClient::end() { state_->ended = true; }

HttpAnswer HttpClient::get(std::string_view path, std::size_t most_bytes, Deadline deadline) const {
  Message message(http::verb::get, state_->address.path + std::string(path), 11);
  return state_->ask(std::move(message), most_bytes, deadline);
}

HttpAnswer HttpClient::post_json(std::string_view path, std::string body, std::size_t most_bytes,
                                 Deadline deadline) const {
  Message message(http::verb::post, state_->address.path + std::string(path), 11);
  message.set(http::field::content_type, "application/json");
  message.body() = std::move(body);
  return state_->ask(std::move(message), most_bytes, deadline);
}

}  // namespace undex::federation
