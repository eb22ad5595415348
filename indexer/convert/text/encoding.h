#pragma once
// Bytes of a text file -> UTF-8, whatever the converter before us wrote.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace undex {

struct DecodedText {
  std::string text;             ///< valid UTF-8 without a byte order mark
  std::vector<Notice> notices;  ///< what was guessed or repaired
};

/// By byte order mark, else UTF-16 by its NUL bytes, else UTF-8, else as corpus/text_encoding.h
/// guesses, with a notice that says how sure it is. Nothing when the bytes are no text: NUL bytes,
/// or control characters in more than one byte of a hundred. Throws Error when more than one byte
/// of fifty is outside ASCII in an encoding that cannot be told; fewer are read as Windows-1252.
std::optional<DecodedText> decode_text(std::string_view bytes);

/// The first part of the text, at most `size` bytes of the source: enough to tell what it is. Never
/// throws: a doubtful encoding is read as Windows-1252.
std::optional<DecodedText> decode_head(std::string_view bytes, std::size_t size = 65536);

/// Appends the code point; surrogates and values beyond Unicode become U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// UTF-16 code units without a mark -> UTF-8; halves without their partner become U+FFFD.
std::string utf16_to_utf8(std::string_view bytes, bool big_endian);

}  // namespace undex
