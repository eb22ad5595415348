#pragma once
// Between the library's messages and the plain requests and answers of http.h.
// clang-format off: with g++ 12 and C++20 asio needs <utility> before any header of its own.
#include <utility>
// clang-format on

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string_view>

#include "searcher/serve/http.h"

namespace undex::serve {

using WireRequest = boost::beast::http::request<boost::beast::http::string_body>;
using WireResponse = boost::beast::http::response<boost::beast::http::string_body>;

/// An answer of the listener's own, as a problem (RFC 9457). Nothing of the request is in it.
HttpResponse own_answer(int status, std::string_view detail);

/// `head`: the request was HEAD; its answer has a length and no body. What the answer says of its
/// own length otherwise, or of the connection, is left out, and so is a field that would end its
/// line.
WireResponse wire_response(HttpResponse answer, unsigned version, bool head);

/// But for client and deadline. `message` has a head that head.h let pass.
HttpRequest request_of(WireRequest message);

}  // namespace undex::serve
