#pragma once
// A request and its answer as plain values: what every handler is given and gives. No socket and no
// library is known here; listener.h alone speaks HTTP on the wire.
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace undex::serve {

struct Header {
  std::string name;  ///< in lower case
  std::string value;
};

/// A name and its value as a form or the part of an address behind "?" gives them, decoded.
struct Parameter {
  std::string name;
  std::string value;
};

struct HttpRequest {
  std::string method{};  ///< "GET", "HEAD", "POST", "OPTIONS"
  std::string target{};  ///< as sent: "/A/58/568?lang=fr"
  std::string path{};    ///< decoded and valid UTF-8: "/A/58/568"
  std::vector<Parameter>
      parameters{};  ///< of the target, then those of a form in the body; in order
  std::vector<Header> headers{};
  std::string body{};
  std::string client{};  ///< address of the peer, or that which a trusted proxy names
  /// The answer is worth nothing to anybody after this.
  std::chrono::steady_clock::time_point deadline{};

  /// The first of this name, if it is there: an empty value is one.
  std::optional<std::string> parameter(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;
  /// Of this name in lower case; empty when it is not there.
  std::string_view header(std::string_view name) const;
};

struct HttpResponse {
  int status = 200;
  std::string media_type{};  ///< with its charset; empty where there is no body
  std::string body{};
  std::vector<Header>
      headers{};  ///< others than Content-Type, Content-Length and those of deliver.h
  /// Names this state of the answer, without quotation marks; empty: made from the body.
  std::string etag{};
  /// Seconds since 1970 of the newest thing it says; 0 not known.
  long long last_modified = 0;
  bool ranges = false;  ///< parts of the body may be asked for

  /// Once: another value takes the place of the one before. The name is in lower case.
  void set(std::string_view name, std::string_view value);
  /// Empty when it is not there.
  std::string_view header(std::string_view name) const;
};

/// Called by several threads at once. What it throws becomes 500 without a word of it to the
/// client.
using Handler = std::function<HttpResponse(const HttpRequest&)>;

}  // namespace undex::serve
