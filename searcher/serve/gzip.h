#pragma once
// Fewer bytes (RFC 1952), by zlib.
#include <string>
#include <string_view>

namespace undex::serve {

/// The same for the same bytes. Thread-safe.
std::string gzipped(std::string_view bytes);

}  // namespace undex::serve
