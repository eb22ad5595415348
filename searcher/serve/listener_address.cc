#include "searcher/serve/listener_address.h"

#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "undex/error.h"

namespace undex::serve {

namespace asio = boost::asio;

asio::ip::tcp::endpoint endpoint_of(const std::string& address) {
  const auto wrong = [&] {
    return Error{ErrorKind::usage, "'" + printable(address) + "' is no address to listen on",
                 "write it as 127.0.0.1:8080 or [::1]:8080"};
  };
  const std::size_t colon = address.rfind(':');
  if (colon == std::string::npos) throw wrong();
  const std::string port = address.substr(colon + 1);
  std::string host = address.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const auto ip = address_of(host);
  const bool number = !port.empty() && port.size() <= 5 && std::ranges::all_of(port, is_digit);
  if (!ip || !number || std::stoul(port) > 65535) throw wrong();
  return {*ip, static_cast<unsigned short>(std::stoul(port))};
}

std::optional<asio::ip::address> address_of(const std::string& text) {
  boost::system::error_code failed;
  const auto address = asio::ip::make_address(text, failed);
  if (failed) return std::nullopt;
  return plain(address);
}

asio::ip::address plain(const asio::ip::address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
  return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
}

std::string network_of(const asio::ip::address& address) {
  if (!address.is_v6()) return address.to_string();
  auto bytes = address.to_v6().to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  return asio::ip::make_address_v6(bytes).to_string();
}

std::optional<asio::ip::address> forwarded_for(const HttpRequest& request) {
  const auto found = std::ranges::find(request.headers.rbegin(), request.headers.rend(),
                                       "x-forwarded-for", &Header::name);
  if (found == request.headers.rend()) return std::nullopt;
  std::string_view last = found->value;
  last.remove_prefix(last.rfind(',') + 1);
  last.remove_prefix(std::min(last.find_first_not_of(" \t"), last.size()));
  return address_of(std::string(last));
}

}  // namespace undex::serve
