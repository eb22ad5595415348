#pragma once
// A client that says what it likes, byte by byte. Whatever it waits for, it waits ten seconds.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace undex::serve {

class RawSocket {
 public:
  /// To "127.0.0.1:PORT", from another loopback address if one is given.
  explicit RawSocket(const std::string& address, const char* from = nullptr)
      : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const std::size_t colon = address.rfind(':');
    const timeval patience{.tv_sec = kSeconds, .tv_usec = 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in end{};
    end.sin_family = AF_INET;
    if (from && inet_pton(AF_INET, from, &end.sin_addr) == 1)
      (void)::bind(socket_, reinterpret_cast<sockaddr*>(&end), sizeof end);
    end.sin_port = htons(static_cast<std::uint16_t>(std::atoi(address.c_str() + colon + 1)));
    inet_pton(AF_INET, address.substr(0, colon).c_str(), &end.sin_addr);
    (void)::connect(socket_, reinterpret_cast<sockaddr*>(&end), sizeof end);
  }
  RawSocket(RawSocket&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}
  RawSocket& operator=(RawSocket&&) = delete;
  ~RawSocket() {
    if (socket_ >= 0) ::close(socket_);
  }

  /// False when the peer takes no more.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /// All until the peer ends the connection; what came, where it does not in time.
  std::string all() {
    while (receive()) {
    }
    return std::exchange(come_, {});
  }

  /// One answer with its Content-Length; without a body where there is none to come. Empty when
  /// the peer ends the connection before.
  std::string answer(bool body = true) {
    std::size_t end = 0;
    while ((end = come_.find("\r\n\r\n")) == std::string::npos)
      if (!receive()) return {};
    end += 4;
    const std::size_t length = come_.substr(0, end).find("Content-Length: ");
    if (body && length != std::string::npos) end += std::stoul(come_.substr(length + 16));
    while (come_.size() < end)
      if (!receive()) return {};
    std::string answer = come_.substr(0, end);
    come_.erase(0, end);
    return answer;
  }

  /// Something comes; what comes after it is left lying.
  bool begins() { return receive(); }

  /// The peer has ended the connection, or does in time.
  bool ended() {
    while (receive()) {
    }
    return ended_;
  }

 private:
  static constexpr int kSeconds = 10;

  bool receive() {
    char bytes[16384];
    const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
    ended_ = got == 0 || (got < 0 && errno == ECONNRESET);
    if (got > 0) come_.append(bytes, static_cast<std::size_t>(got));
    return got > 0;
  }

  int socket_;
  bool ended_ = false;
  std::string come_;
};

}  // namespace undex::serve
