#include "corpus/symbol/letters.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace undex {
namespace {

struct LookAlike {
  char32_t from;
  char to;
};

// Cyrillic and Greek capitals (and the small letters of "Add.", "Corr.") that print like Latin
// ones: typists and OCR leave them in symbols.
constexpr std::array kLookAlikes{
    LookAlike{0x391, 'A'},  LookAlike{0x392, 'B'},  LookAlike{0x395, 'E'},  LookAlike{0x396, 'Z'},
    LookAlike{0x397, 'H'},  LookAlike{0x399, 'I'},  LookAlike{0x39A, 'K'},  LookAlike{0x39C, 'M'},
    LookAlike{0x39D, 'N'},  LookAlike{0x39F, 'O'},  LookAlike{0x3A1, 'P'},  LookAlike{0x3A4, 'T'},
    LookAlike{0x3A5, 'Y'},  LookAlike{0x3A7, 'X'},  LookAlike{0x3F9, 'C'},  LookAlike{0x405, 'S'},
    LookAlike{0x406, 'I'},  LookAlike{0x408, 'J'},  LookAlike{0x410, 'A'},  LookAlike{0x412, 'B'},
    LookAlike{0x415, 'E'},  LookAlike{0x41A, 'K'},  LookAlike{0x41C, 'M'},  LookAlike{0x41D, 'H'},
    LookAlike{0x41E, 'O'},  LookAlike{0x420, 'P'},  LookAlike{0x421, 'C'},  LookAlike{0x422, 'T'},
    LookAlike{0x425, 'X'},  LookAlike{0x430, 'a'},  LookAlike{0x435, 'e'},  LookAlike{0x43E, 'o'},
    LookAlike{0x440, 'p'},  LookAlike{0x441, 'c'},  LookAlike{0x445, 'x'},  LookAlike{0x455, 's'},
    LookAlike{0x456, 'i'},  LookAlike{0x2044, '/'}, LookAlike{0x2215, '/'}, LookAlike{0x2024, '.'},
    LookAlike{0x2217, '*'}, LookAlike{0x2212, '-'}, LookAlike{0x2019, '\''}};
static_assert(kLookAlikes[0].from == 0x391);

bool is_dropped(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

bool is_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

char plain_char(char32_t c) {
  if (is_space(c)) return ' ';
  if (c >= 0x2010 && c <= 0x2015) return '-';
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFF01 + '!');
  const auto* found = std::ranges::find(kLookAlikes, c, &LookAlike::from);
  if (found != kLookAlikes.end()) return found->to;
  const bool letter = (c >= 0xC0 && c <= 0x24F) || (c >= 0x370 && c <= 0x5FF) ||
                      (c >= 0x620 && c <= 0x6D3) || (c >= 0x1E00 && c <= 0x1FFF);
  return letter ? kOtherLetter : kOtherSign;
}

// One code point from `at`; a byte that begins none counts as one sign of its own.
char32_t decode(std::string_view text, std::size_t at, std::size_t& length) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
  if (first >= 0xF5 || length == 1 || at + length > text.size()) {
    length = 1;
    return 0xFFFD;
  }
  char32_t c = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) {
      length = 1;
      return 0xFFFD;
    }
    c = (c << 6U) | (byte(at + i) & 0x3FU);
  }
  return c;
}

}  // namespace

PlainText plain_letters(std::string_view text) {
  PlainText plain;
  plain.text.reserve(text.size());
  const bool ascii =
      std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) plain.offsets.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    char c = text[at];
    bool dropped = false;
    if (static_cast<unsigned char>(c) >= 0x80) {
      const char32_t point = decode(text, at, length);
      dropped = is_dropped(point);
      c = plain_char(point);
    } else if (c == '\t' || c == '\r' || c == '\v' || c == '\f') {
      c = ' ';
    }
    if (!dropped) {
      plain.text.push_back(c);
      if (!ascii) plain.offsets.push_back(static_cast<std::uint32_t>(at));
    }
    at += length;
  }
  if (!ascii) plain.offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return plain;
}

std::size_t PlainText::source_end(std::string_view whole, std::size_t plain) const {
  if (offsets.empty() || plain == 0) return plain;
  std::size_t length = 1;
  decode(whole, offsets[plain - 1], length);
  return offsets[plain - 1] + length;
}

std::string capitals(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), upper);
  return result;
}

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (is_digit(peek(text, end))) ++end;
  return end - at;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (peek(text, at) == ' ' || peek(text, at) == '\n') ++at;
  return at;
}

int number_of(std::string_view digits) {
  if (digits.empty() || digits.size() > 9 || !std::ranges::all_of(digits, is_digit)) return -1;
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

int roman_value(std::string_view letters) {
  static constexpr std::array<std::pair<std::string_view, int>, 9> kTens{{{"C", 100},
                                                                          {"XC", 90},
                                                                          {"L", 50},
                                                                          {"XL", 40},
                                                                          {"X", 10},
                                                                          {"IX", 9},
                                                                          {"V", 5},
                                                                          {"IV", 4},
                                                                          {"I", 1}}};
  if (letters.empty() || letters.size() > 12) return 0;
  int value = 0;
  for (const auto& [sign, worth] : kTens) {
    const bool repeats = worth == 100 || worth == 10 || worth == 1;
    for (int times = 0; letters.starts_with(sign) && times < (repeats ? 3 : 1); ++times) {
      value += worth;
      letters.remove_prefix(sign.size());
    }
  }
  return letters.empty() ? value : 0;
}

}  // namespace undex
