#pragma once
// Bytes in an address (RFC 3986).
#include <string>
#include <string_view>

namespace undex {

/// Letters, digits and what is `kept` stay, any other byte becomes "%2F" and its like.
std::string percent_encoded(std::string_view text, std::string_view kept);

/// What stays in a name or value behind "?".
inline constexpr std::string_view kKeptInValue = "-._~";

}  // namespace undex
