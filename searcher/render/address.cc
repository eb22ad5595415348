#include "searcher/render/address.h"

#include <string_view>

namespace undex::rendering {

// An address may have no brackets and blanks.
std::string official_address(const Symbol& symbol) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "/.-_()*";
  if (symbol.parts.empty()) return {};
  std::string url = "https://undocs.org/";
  for (const char c : symbol.parts.front()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (is_word || kPlain.find(c) != std::string_view::npos)
      url += c;
    else
      url.append("%").append(1, kHex[byte >> 4U]).append(1, kHex[byte & 15U]);
  }
  return url;
}

}  // namespace undex::rendering
