#pragma once
// Addresses: where to listen, and who asks.
// clang-format off: with g++ 12 and C++20 asio needs <utility> before any header of its own.
#include <utility>
// clang-format on

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <optional>
#include <string>

#include "searcher/serve/http.h"

namespace undex::serve {

/// Of "127.0.0.1:8080" or "[::1]:0". Error{usage} when it is none.
boost::asio::ip::tcp::endpoint endpoint_of(const std::string& address);

/// Of "127.0.0.1"; one of IPv4 written as IPv6 as IPv4. Nothing when it is none.
std::optional<boost::asio::ip::address> address_of(const std::string& text);
boost::asio::ip::address plain(const boost::asio::ip::address& address);

/// Whom a cap counts together: whoever has one IPv6 address has its /64.
std::string network_of(const boost::asio::ip::address& address);

/// The last entry of X-Forwarded-For: the one that the proxy itself has seen.
std::optional<boost::asio::ip::address> forwarded_for(const HttpRequest& request);

}  // namespace undex::serve
