#pragma once
// The one part of the search that asks over a network: a question to another machine by HTTP/1.1,
// with an end in time and in bytes. Connections are kept for the next question.
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "searcher/federation/deadline.h"

namespace undex::federation {

struct HttpAnswer {
  int status = 0;
  std::string body;
};

/// Thread-safe: each question has a connection of its own.
class HttpClient {
 public:
  /// "http://host", "http://[::1]:8080/undex"; Error{usage} when it is no such address.
  explicit HttpClient(const std::string& address);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// `path` is put behind that of the address. Error{archive} in words that follow a name ("cannot
  /// be reached: Connection refused") when there is no whole answer of at most `most_bytes`.
  HttpAnswer get(std::string_view path, std::size_t most_bytes, Deadline deadline) const;
  HttpAnswer post_json(std::string_view path, std::string body, std::size_t most_bytes,
                       Deadline deadline) const;
  /// Questions that wait, and those to come, fail at once: nobody waits for them any more.
  void end();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace undex::federation
