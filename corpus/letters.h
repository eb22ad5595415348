#pragma once
// Where words begin and end, told from the bytes alone: for matching names of the Latin alphabet,
// many times cheaper than corpus/text.h, which knows every language.
#include <cstddef>
#include <string_view>

#include "corpus/ascii.h"

namespace undex {

/// Length in bytes of the character at `at` when it can belong to a word, else 0: ASCII letters and
/// digits, and everything from U+00C0 but general punctuation. A broken byte is no letter.
inline std::size_t letter_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_letter(c) || is_digit(c)) return 1;
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0xC3 || at + 1 >= text.size()) return 0;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  if ((next & 0xC0U) != 0x80U || (byte == 0xE2 && next <= 0x81)) return 0;
  const std::size_t length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  return length < text.size() - at ? length : text.size() - at;
}

}  // namespace undex
