#pragma once
// Text as the symbol grammar reads it: look-alike letters, full-width forms, dashes and odd spaces
// become ASCII, so that one grammar serves what people type and what converters leave.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/ascii.h"

namespace undex {

/// Plain text with the way back: offsets[i] is the byte of the source that text[i] came from
/// (one more entry for the end). offsets is empty when the text was ASCII and both are the same.
struct PlainText {
  std::string text;
  std::vector<std::uint32_t> offsets;

  std::size_t source(std::size_t plain) const { return offsets.empty() ? plain : offsets[plain]; }
  /// The byte behind the letter before `plain`: signs dropped behind it do not belong to it.
  std::size_t source_end(std::string_view whole, std::size_t plain) const;
};

/// Stands for a letter that is no look-alike: a boundary rule must see that a letter was there.
inline constexpr char kOtherLetter = '\x01';
/// Stands for any other sign: quotation marks, ideographs, bullets.
inline constexpr char kOtherSign = '\x02';

PlainText plain_letters(std::string_view text);

inline bool is_alnum(char c) { return is_letter(c) || is_digit(c); }
inline char upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }
inline char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
/// The character at `at`, or NUL past the end: lets the grammar look ahead without counting.
inline char peek(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : 0; }
/// substr that gives an empty piece past the end instead of throwing.
inline std::string_view piece(std::string_view text, std::size_t at,
                              std::size_t size = std::string_view::npos) {
  return at < text.size() ? text.substr(at, size) : std::string_view{};
}
std::string capitals(std::string_view text);                ///< ASCII only
bool same_letters(std::string_view a, std::string_view b);  ///< ASCII case ignored
std::size_t digits_at(std::string_view text, std::size_t at);
std::size_t skip_blanks(std::string_view text, std::size_t at);
/// Value of a run of at most nine digits; -1 for anything else.
int number_of(std::string_view digits);
/// Value of a Roman numeral in capitals up to 399; 0 for anything else ("IIII", "", "VX").
int roman_value(std::string_view letters);

}  // namespace undex
