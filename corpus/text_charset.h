#pragma once
// Bytes in a character set that is declared: no guess. For sets that only pages of the web use;
// see text_encoding.h for the others.
#include <cstddef>
#include <string>
#include <string_view>

namespace undex {

/// The bytes as UTF-8. `charset` is a name of ICU's; what is no character in it becomes U+FFFD, and
/// `broken` gets their number. Throws Error{archive} when ICU does not know the name. May be called
/// from several threads.
std::string text_in_charset(const char* charset, std::string_view bytes, std::size_t& broken);

}  // namespace undex
