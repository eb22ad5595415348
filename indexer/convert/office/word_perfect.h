#pragma once
// WordPerfect documents: 5 and later by their prefix, 4.2 (which has none) by its codes.
#include <string_view>

namespace undex {

/// For version 4.2 ask only of bytes that are no text.
bool recognises_wpd(std::string_view bytes);
bool is_encrypted_wpd(std::string_view bytes);

}  // namespace undex
