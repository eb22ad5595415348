#include "indexer/convert/text/encoding.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"

namespace undex {
namespace {

enum class Encoding { utf8, utf16_little, utf16_big, unmarked, none };

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr std::array<Mark, 3> kMarks{{{"\xEF\xBB\xBF", Encoding::utf8},
                                      {"\xFF\xFE", Encoding::utf16_little},
                                      {"\xFE\xFF", Encoding::utf16_big}}};

// Windows-1252 where it differs from Latin-1; 0 where it has no character.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

Encoding utf16_without_mark(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  if (zeros[0] + zeros[1] == 0) return Encoding::unmarked;
  const std::size_t many = head.size() * 2 / 5;
  if (zeros[0] == 0 && zeros[1] > 0 && zeros[1] >= many) return Encoding::utf16_little;
  if (zeros[1] == 0 && zeros[0] > 0 && zeros[0] >= many) return Encoding::utf16_big;
  return Encoding::none;
}

bool is_binary(std::string_view text) {
  const std::string_view head = text.substr(0, 65536);
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1A && byte != 0x1B;
  });
  if (static_cast<std::size_t>(controls) * 100 > head.size()) return true;
  return text.find('\0') != std::string_view::npos;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool differs = byte >= 0x80 && byte < 0xA0;
    const char32_t mapped = differs ? kWindows1252[byte - 0x80U] : byte;
    append_utf8(out, mapped == 0 && byte != 0 ? U'\uFFFD' : mapped);
  }
  return out;
}

Notice warning(std::string code, std::string text) {
  return {.level = Notice::Level::warning,
          .code = std::move(code),
          .locator = {},
          .text = std::move(text)};
}

DecodedText from_unmarked(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return {std::string(bytes), {}};
  std::size_t broken = 0;
  std::string repaired = repair_utf8(bytes, &broken);
  // A Windows-1252 text has hardly a sequence that is valid UTF-8 by chance; a UTF-8 text with one
  // damaged place has many.
  const auto leads = std::count_if(repaired.begin(), repaired.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U;
  });
  if (static_cast<std::size_t>(leads) > 5 * broken) {
    return {std::move(repaired),
            {warning("broken-utf8",
                     std::to_string(broken) + " broken sequences of UTF-8 replaced by U+FFFD")}};
  }
  return {from_windows_1252(bytes),
          {warning("encoding-guessed", "not valid UTF-8: read as Windows-1252")}};
}

DecodedText from_marked(std::string_view bytes, Encoding encoding) {
  DecodedText decoded;
  if (encoding == Encoding::utf8) {
    std::size_t broken = 0;
    decoded.text = repair_utf8(bytes, &broken);
    if (broken > 0) {
      decoded.notices.push_back(warning(
          "broken-utf8", std::to_string(broken) + " broken sequences of UTF-8 replaced by U+FFFD"));
    }
  } else {
    decoded.text = utf16_to_utf8(bytes, encoding == Encoding::utf16_big);
  }
  return decoded;
}

}  // namespace

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) code_point = 0xFFFD;
  const auto tail = [&](unsigned shift) {
    out += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
  };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0U | (code_point >> 6U));
    tail(0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0U | (code_point >> 12U));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | (code_point >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::string utf16_to_utf8(std::string_view bytes, bool big_endian) {
  const auto unit_at = [&](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return big_endian ? static_cast<char32_t>(first << 8U | second)
                      : static_cast<char32_t>(second << 8U | first);
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const char32_t unit = unit_at(at);
    if (unit >= 0xD800 && unit < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit_at(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        append_utf8(out, 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00));
        at += 2;
        continue;
      }
    }
    append_utf8(out, unit);
  }
  if (bytes.size() % 2 != 0) append_utf8(out, 0xFFFD);
  return out;
}

std::optional<DecodedText> decode_text(std::string_view bytes) {
  Encoding encoding = Encoding::unmarked;
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    encoding = mark.encoding;
    bytes.remove_prefix(mark.bytes.size());
    break;
  }
  if (encoding == Encoding::unmarked) encoding = utf16_without_mark(bytes);
  if (encoding == Encoding::none) return std::nullopt;
  if (encoding == Encoding::unmarked && is_binary(bytes)) return std::nullopt;
  DecodedText decoded =
      encoding == Encoding::unmarked ? from_unmarked(bytes) : from_marked(bytes, encoding);
  if (is_binary(decoded.text)) return std::nullopt;
  return decoded;
}

std::optional<DecodedText> decode_head(std::string_view bytes, std::size_t size) {
  if (bytes.size() <= size) return decode_text(bytes);
  // Cut between characters, so that the cut is not taken for damage.
  std::size_t end = size - size % 2;
  while (end > 4 && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) end -= 2;
  return decode_text(bytes.substr(0, end));
}

}  // namespace undex
