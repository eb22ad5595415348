#include "searcher/serve/listener_session.h"

#include <poll.h>

#include <boost/asio/write.hpp>
#include <boost/beast/http/write.hpp>

#include "searcher/serve/listener_address.h"

namespace undex::serve {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t kReadBytes = 4 * 1024;
constexpr std::size_t kLittle = 64 * 1024;
constexpr std::chrono::milliseconds kLinger{1000};  // for a peer to read why it is cut off
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

std::string_view view(const beast::flat_buffer& buffer) {
  return {static_cast<const char*>(buffer.data().data()), buffer.size()};
}

}  // namespace

Session::Session(Core& core, Socket socket, const asio::ip::address& peer, bool proxied,
                 std::string network)
    : core_(core),
      stream_(std::move(socket)),
      peer_(peer),
      proxied_(proxied),
      network_(std::move(network)) {
  core_.sessions.insert(this);
  ++core_.open;
}

Session::~Session() {
  release();
  if (!network_.empty()) core_.leave(network_);
  core_.sessions.erase(this);
  --core_.open;
  if (core_.stopping && core_.sessions.empty()) core_.io.stop();
}

void Session::expect_request() {
  parser_.emplace();
  parser_->eager(true);
  parser_->header_limit(static_cast<std::uint32_t>(core_.limits.header_bytes));
  parser_->body_limit(core_.limits.body_bytes);
  seen_ = 0;
  in_head_ = true;
  head_ = continued_ = keep_ = false;
}

void Session::start() {
  expect_request();
  // Who has never asked is given no time to be idle.
  deadline_ = Clock::now() + core_.limits.header_deadline;
  read_more();
}

void Session::next_request() {
  if (core_.stopping) return;  // nobody holds it any more, so it ends
  expect_request();
  idle_ = buffer_.size() == 0;
  const auto& limits = core_.limits;
  deadline_ = Clock::now() + (idle_ ? limits.idle_deadline : limits.header_deadline);
  if (idle_)
    read_more();
  else
    take_head();
}

void Session::end_soon() {
  if (in_head_ && buffer_.size() == 0) end_now();
}

bool Session::is_left() {
  pollfd socket{stream_.socket().native_handle(), POLLRDHUP, 0};
  return ::poll(&socket, 1, 0) == 1;
}

/// That the peer was too slow: everything else that ends a connection is the peer's own doing.
void Session::note(error_code failed) {
  if (failed == beast::error::timeout && !idle_) ++core_.dropped;
}

void Session::read_more() {
  stream_.expires_at(deadline_);
  stream_.async_read_some(buffer_.prepare(kReadBytes),
                          [self = shared_from_this()](error_code failed, std::size_t bytes) {
                            self->take(failed, bytes);
                          });
}

void Session::take(error_code failed, std::size_t bytes) {
  if (failed) return note(failed);
  buffer_.commit(bytes);
  if (idle_) deadline_ = Clock::now() + core_.limits.header_deadline;
  idle_ = false;
  if (in_head_)
    take_head();
  else
    take_body();
}

void Session::take_head() {
  const std::string_view bytes = view(buffer_).substr(0, core_.limits.header_bytes);
  const HeadEnd end = head_end(bytes, seen_);
  if (end.bare) return refuse({400, "a line does not end with CR LF"});
  if (end.bytes == 0) {
    seen_ = bytes.size();
    if (seen_ == core_.limits.header_bytes) return refuse(too_long(bytes));
    return read_more();
  }
  head_ = bytes.starts_with("HEAD ");
  if (const auto refused = refusal_of(bytes.substr(0, end.bytes))) return refuse(*refused);
  in_head_ = false;
  deadline_ = Clock::now() + core_.limits.body_deadline;
  take_body();
}

void Session::take_body() {
  error_code failed;
  while (!parser_->is_done() && buffer_.size() > 0 && failed != http::error::need_more) {
    const std::size_t used = parser_->put(buffer_.data(), failed);
    buffer_.consume(used);
    if (failed == http::error::body_limit) return refuse({413, "the body is too long"});
    if (failed && failed != http::error::need_more)
      return refuse({400, "the request is not well formed"});
    if (!hold(used)) return refuse({503, "too much is under way"});
  }
  if (parser_->is_done()) return dispatch();
  // Only what announces a chunk is left lying, and it is short.
  if (buffer_.size() > core_.limits.header_bytes)
    return refuse({400, "a chunk is not well formed"});
  const auto& message = parser_->get();
  const bool asked = message.version() == 11 && message.count(http::field::expect) > 0;
  if (asked && !std::exchange(continued_, true) && buffer_.size() == 0) return send_continue();
  read_more();
}

void Session::send_continue() {
  stream_.expires_at(deadline_);
  asio::async_write(stream_, asio::buffer(kContinue),
                    [self = shared_from_this()](error_code failed, std::size_t) {
                      if (failed) return self->note(failed);
                      self->read_more();
                    });
}

/// Whom the request is from; false when a client that the proxy names has too many under way.
bool Session::count(HttpRequest& request) {
  const auto named = proxied_ ? forwarded_for(request) : std::nullopt;
  request.client = named.value_or(peer_).to_string();
  if (!named) return true;
  const std::string network = network_of(*named);
  if (!core_.enter(network)) return false;
  asking_ = network;
  return true;
}

void Session::dispatch() {
  ++core_.requests;
  WireRequest message = parser_->release();
  const unsigned version = message.version();
  keep_ = message.keep_alive();
  HttpRequest request = request_of(std::move(message));
  if (!count(request))
    return put_off(429, "too many requests of this address are under way", version);
  request.deadline = Clock::now() + core_.limits.answer_deadline;
  // Held by what runs alone, and let go by it: see Core::answer.
  auto run = [self = shared_from_this(), version, request = std::move(request)]() mutable {
    Core& core = self->core_;
    core.answer(std::move(self), request, version);
  };
  auto refuse = [self = weak_from_this(), version] {
    self.lock()->put_off(503, "too many requests are waiting", version);
  };
  core_.workers.add(asking_.empty() ? network_ : asking_,
                    {.run = std::move(run), .refuse = std::move(refuse)});
}

/// The request was whole, so the connection may go on.
void Session::put_off(int status, std::string_view reason, unsigned version) {
  ++core_.busy;
  write(wire_response(own_answer(status, reason), version, head_));
}

/// Nothing after it is read: what the peer takes for its next request may be anything.
void Session::refuse(const Refusal& refusal) {
  ++(refusal.status == 503 ? core_.busy : core_.malformed);
  in_head_ = keep_ = false;
  write(wire_response(own_answer(refusal.status, refusal.reason), 11, head_));
}

void Session::write(WireResponse message) {
  if (!hold(message.body().size())) {
    ++core_.busy;
    message = wire_response(own_answer(503, "too much is under way"), message.version(), head_);
  }
  keep_ = keep_ && !core_.stopping;
  message.keep_alive(keep_);
  response_.emplace(std::move(message));
  serializer_.emplace(*response_);
  write_more();
}

void Session::write_more() {
  stream_.expires_after(core_.limits.write_deadline);
  http::async_write_some(stream_, *serializer_,
                         [self = shared_from_this()](error_code failed, std::size_t) {
                           if (failed) return self->note(failed);
                           if (!self->serializer_->is_done()) return self->write_more();
                           self->serializer_.reset();
                           self->response_.reset();
                           self->release();
                           if (self->keep_) return self->next_request();
                           error_code ignored;
                           self->stream_.socket().shutdown(Socket::shutdown_send, ignored);
                           self->stream_.expires_after(kLinger);
                           self->linger();
                         });
}

/// A socket closed while something unread lies in it resets the connection, and the answer is lost
/// with it: what still comes is thrown away until the peer has seen the end.
void Session::linger() {
  buffer_.clear();
  stream_.async_read_some(buffer_.prepare(kReadBytes),
                          [self = shared_from_this()](error_code failed, std::size_t) {
                            if (!failed) self->linger();
                          });
}

/// False where it is too much. Who holds little may always: else a few large answers that nobody
/// reads would shut everyone out.
bool Session::hold(std::size_t bytes) {
  held_ += bytes;
  core_.held += bytes;
  return held_ <= kLittle || core_.held <= core_.limits.held_bytes;
}

void Session::release() {
  core_.held -= std::exchange(held_, 0);
  if (!asking_.empty()) core_.leave(std::exchange(asking_, {}));
}

}  // namespace undex::serve
