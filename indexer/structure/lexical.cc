#include "indexer/structure/lexical.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace undex::structure {
namespace {

struct CodePoint {
  std::uint32_t value = 0;
  std::size_t length = 0;
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])) : 0U;
  };
  const std::uint32_t first = byte(at);
  if (first < 0x80) return {first, 1};
  // Inside a letter: its last bytes are no letter of their own ("à " is C3 A0 20).
  if (first < 0xC0) return {0xFFFD, 1};
  if (first < 0xE0) return {((first & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU), 2};
  if (first < 0xF0)
    return {((first & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU), 3};
  return {((first & 0x07U) << 18U) | ((byte(at + 1) & 0x3FU) << 12U) |
              ((byte(at + 2) & 0x3FU) << 6U) | (byte(at + 3) & 0x3FU),
          4};
}

bool is_space_value(std::uint32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_quote_value(std::uint32_t c) {
  return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F);
}

bool is_small(std::uint32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (c < 0x100) return c >= 0xDF && c != 0xF7;
  if (c < 0x180) return (c & 1U) != 0;  // Latin Extended-A: capitals are even but for a few
  return (c >= 0x3AC && c <= 0x3CE) || (c >= 0x430 && c <= 0x45F);
}

bool is_capital(std::uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c < 0x100) return c >= 0xC0 && c < 0xDF && c != 0xD7;
  if (c < 0x180) return (c & 1U) == 0;
  return (c >= 0x386 && c <= 0x3AB) || (c >= 0x400 && c <= 0x42F);
}

bool is_opening(std::uint32_t c) { return c == '(' || c == '[' || c == '<' || is_quote_value(c); }

/// The first character that opens nothing.
std::uint32_t first_inner(std::string_view text) {
  text = text.substr(0, 64);
  std::size_t at = skip_spaces(text, 0);
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (!is_opening(c.value) && !is_space_value(c.value)) return c.value;
    at += c.length;
  }
  return 0;
}

std::uint32_t last_inner(std::string_view text) {
  static constexpr std::size_t kMostClosing = 64;  // bytes: a text of nothing but quotes ends soon
  std::size_t end = text.size();
  const std::size_t stop = end > kMostClosing ? end - kMostClosing : 0;
  while (end > stop) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    const std::uint32_t c = code_point_at(text, begin).value;
    if (!is_space_value(c) && !is_quote_value(c) && c != ')' && c != ']' && c != '>') return c;
    end = begin;
  }
  return 0;
}

}  // namespace

bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper_letter(char c) { return c >= 'A' && c <= 'Z'; }

std::size_t space_at(std::string_view text, std::size_t at) {
  const CodePoint c = code_point_at(text, at);
  return c.length > 0 && is_space_value(c.value) ? c.length : 0;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (const std::size_t length = space_at(text, at)) at += length;
  return std::min(at, text.size());
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(skip_spaces(text, 0));
  while (!text.empty()) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    if (space_at(text, begin) == 0) break;
    text = text.substr(0, begin);
  }
  return text;
}

std::size_t quote_at(std::string_view text, std::size_t at) {
  const CodePoint c = code_point_at(text, at);
  return c.length > 0 && is_quote_value(c.value) ? c.length : 0;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (is_upper_letter(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool starts_with_word(std::string_view text, std::string_view needle) {
  if (text.size() < needle.size()) return false;
  if (ascii_lower(text.substr(0, needle.size())) != needle) return false;
  if (text.size() == needle.size() || !is_letter(needle.back())) return true;
  const char next = text[needle.size()];
  return !is_letter(next) && !is_digit(next);
}

std::size_t find_word(std::string_view text, std::string_view needle, std::size_t from) {
  const std::string lower = ascii_lower(text);
  for (std::size_t at = lower.find(needle, from); at != std::string::npos;
       at = lower.find(needle, at + 1)) {
    const bool left = at == 0 || !is_letter(lower[at - 1]) || !is_letter(needle.front());
    const std::size_t end = at + needle.size();
    const bool right = end >= lower.size() || !is_letter(lower[end]) || !is_letter(needle.back());
    if (left && right) return at;
  }
  return std::string_view::npos;
}

bool begins_small(std::string_view text) {
  const std::size_t at = skip_spaces(text, 0);
  return is_small(code_point_at(text, at).value);
}

bool begins_capital(std::string_view text) { return is_capital(first_inner(text)); }

bool has_end_mark(std::string_view text) {
  const std::uint32_t c = last_inner(text);
  return c == '.' || c == ';' || c == ':' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 ||
         c == 0xFF1B || c == 0xFF1A || c == 0x061B || c == 0x061F;
}

bool ends_unfinished(std::string_view text) {
  static constexpr std::array<std::string_view, 18> kWords{
      "the", "of", "and", "to", "in", "that", "for", "by", "with",
      "a",   "an", "or",  "on", "at", "from", "its", "as", "which"};
  std::size_t begin = text.size();
  while (begin > 0 && is_lower_letter(text[begin - 1])) --begin;
  if (begin < 2 || text[begin - 1] != ' ') return false;
  const char before = text[begin - 2];
  const bool item = before == ';' || before == ',' || before == '.';
  if (item && (text.substr(begin) == "and" || text.substr(begin) == "or")) return false;
  return std::find(kWords.begin(), kWords.end(), text.substr(begin)) != kWords.end();
}

char last_mark(std::string_view text) {
  const std::uint32_t c = last_inner(text);
  return c < 0x80 ? static_cast<char>(c) : '\0';
}

std::optional<int> roman_value(std::string_view text) {
  struct Numeral {
    std::string_view letters;
    int value;
  };
  static constexpr std::array<Numeral, 9> kNumerals{{{"c", 100},
                                                     {"xc", 90},
                                                     {"l", 50},
                                                     {"xl", 40},
                                                     {"x", 10},
                                                     {"ix", 9},
                                                     {"v", 5},
                                                     {"iv", 4},
                                                     {"i", 1}}};
  const std::string lower = ascii_lower(text);
  if (lower.empty() || lower.size() > 12) return std::nullopt;
  std::string_view rest = lower;
  int value = 0;
  for (const Numeral& numeral : kNumerals) {
    const bool repeats = numeral.letters.size() == 1 && numeral.value != 50 && numeral.value != 5;
    for (int times = 0; times < (repeats ? 3 : 1) && rest.starts_with(numeral.letters); ++times) {
      rest.remove_prefix(numeral.letters.size());
      value += numeral.value;
    }
  }
  if (!rest.empty() || value == 0) return std::nullopt;
  return value;
}

std::optional<int> letter_value(std::string_view text) {
  if (text.empty() || text.size() > 2) return std::nullopt;
  const std::string lower = ascii_lower(text);
  if (!is_lower_letter(lower[0]) || (lower.size() == 2 && lower[0] != lower[1]))
    return std::nullopt;
  return lower[0] - 'a' + 1 + (lower.size() == 2 ? 26 : 0);
}

}  // namespace undex::structure
