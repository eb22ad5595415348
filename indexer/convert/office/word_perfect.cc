#include "indexer/convert/office/word_perfect.h"

#include <cstddef>

namespace undex {
namespace {

constexpr std::string_view kPrefix = "\xFFWPC";
constexpr std::size_t kHeader = 16;
constexpr char kDocument = 0x0A;  // 0x16 is a picture, 0x01 a macro

constexpr std::size_t kLongestCode = 256;

/// Version 4.2 is text with codes: C0 to FE begin and end one of several bytes, 80 to BF are one
/// byte. What else is not printable does not occur.
bool has_codes_of_42(std::string_view bytes) {
  std::size_t codes = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto c = static_cast<unsigned char>(bytes[at]);
    if (c >= 0xC0 && c != 0xFF) {
      const std::size_t end = bytes.substr(at + 1, kLongestCode).find(bytes[at]);
      if (end == std::string_view::npos) return false;
      at += end + 1;
      ++codes;
    } else if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') {
      return false;
    } else {
      letters += c >= 0x20 && c < 0x80;
    }
  }
  return codes >= 2 && letters > codes;
}

}  // namespace

bool recognises_wpd(std::string_view bytes) {
  if (bytes.starts_with(kPrefix)) return bytes.size() > kHeader && bytes[9] == kDocument;
  return !bytes.empty() && static_cast<unsigned char>(bytes[0]) >= 0xC0 && has_codes_of_42(bytes);
}

bool is_encrypted_wpd(std::string_view bytes) {
  return bytes.starts_with(kPrefix) && bytes.size() > kHeader && (bytes[12] || bytes[13]);
}

}  // namespace undex
