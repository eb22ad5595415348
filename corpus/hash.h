#pragma once
// Checksums, by OpenSSL's libcrypto.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace undex {

/// SHA-256 (FIPS 180-4) of the bytes as 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

struct FileSum {
  std::uint64_t size_bytes = 0;
  std::string sha256;
  bool operator==(const FileSum&) const = default;
};
/// Of a file of any size, read in pieces; nothing when it cannot be read (errno tells why).
std::optional<FileSum> sum_of_file(const std::filesystem::path& path);

}  // namespace undex
