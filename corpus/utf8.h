#pragma once
// Where characters begin and end in the bytes of valid UTF-8.
#include <cstddef>
#include <string_view>

namespace undex {

/// A byte inside a character, not its first.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// The end of the character that begins at `at`, which lies in the text.
constexpr std::size_t character_end(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && is_continuation(text[end])) ++end;
  return end;
}

}  // namespace undex
