#pragma once
// Addresses on the web as texts print them: with and without a scheme, in angle brackets or not.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct UrlMatch {
  std::size_t begin = 0;  ///< UTF-8 bytes, without brackets and the stop of the sentence
  std::size_t end = 0;
  std::string target;  ///< as printed: "www.un.org/webcast", "http://www.un.int/", "un.org"
};

/// In order, not overlapping; no e-mail addresses. Without a scheme or "www." an address is in
/// small letters and ends in a domain of the table ("un.org"), so that "the UN.INT server" and
/// "U.S. dollars" are none. Linear in the text. Thread-safe.
std::vector<UrlMatch> find_urls(std::string_view text);

}  // namespace undex
