#include "indexer/convert/text/encoding.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "corpus/text.h"
#include "corpus/text_encoding.h"
#include "undex/error.h"

namespace undex {
namespace {

enum class Encoding { utf8, utf16_little, utf16_big, utf32_little, utf32_big, unmarked, none };

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
// The longer before the shorter that begins it.
constexpr std::array<Mark, 5> kMarks{{{std::string_view("\xFF\xFE\0\0", 4), Encoding::utf32_little},
                                      {std::string_view("\0\0\xFE\xFF", 4), Encoding::utf32_big},
                                      {"\xEF\xBB\xBF", Encoding::utf8},
                                      {"\xFF\xFE", Encoding::utf16_little},
                                      {"\xFE\xFF", Encoding::utf16_big}}};

// So few bytes outside ASCII in a doubtful encoding are no reason to do without the text.
constexpr std::size_t kFewInBytes = 50;

Encoding utf16_without_mark(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  if (zeros[0] + zeros[1] == 0) return Encoding::unmarked;
  const std::size_t many = head.size() * 2 / 5;
  if (zeros[0] == 0 && zeros[1] > 0 && zeros[1] >= many) return Encoding::utf16_little;
  if (zeros[1] == 0 && zeros[0] > 0 && zeros[0] >= many) return Encoding::utf16_big;
  const std::optional<ByteOrder> order = unmarked_utf16(head);
  if (!order) return Encoding::none;
  return *order == ByteOrder::big ? Encoding::utf16_big : Encoding::utf16_little;
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

std::string from_utf32(std::string_view bytes, bool big_endian) {
  std::string out;
  for (std::size_t at = 0; at + 3 < bytes.size(); at += 4) {
    char32_t code_point = 0;
    for (std::size_t i = 0; i < 4; ++i)
      code_point =
          code_point << 8U | static_cast<unsigned char>(bytes[at + (big_endian ? i : 3 - i)]);
    append_utf8(out, code_point);
  }
  if (bytes.size() % 4 != 0) append_utf8(out, 0xFFFD);
  return out;
}

Notice warning(std::string code, std::string text) {
  return {.level = Notice::Level::warning,
          .code = std::move(code),
          .locator = {},
          .text = std::move(text)};
}

/// Where the first broken sequence of UTF-8 begins: nothing is repaired before it.
std::size_t first_broken(std::string_view bytes, std::string_view repaired) {
  const auto [at, other] =
      std::mismatch(bytes.begin(), bytes.end(), repaired.begin(), repaired.end());
  auto begin = static_cast<std::size_t>(at - bytes.begin());
  // The repair begins like some characters do, so that the difference may lie inside one.
  while (begin > 0 && (static_cast<unsigned char>(repaired[begin]) & 0xC0U) == 0x80U) --begin;
  return begin;
}

Notice broken_utf8(std::size_t broken, std::string_view bytes, std::string_view repaired) {
  const std::size_t first = first_broken(bytes, repaired);
  std::array<char, 3> byte{};
  std::snprintf(byte.data(), byte.size(), "%02X",
                static_cast<unsigned>(static_cast<unsigned char>(bytes[first])));
  const std::string count =
      broken == 1 ? "1 broken sequence" : std::to_string(broken) + " broken sequences";
  return warning("broken-utf8", count + " of UTF-8 replaced by U+FFFD, the first at byte " +
                                    std::to_string(first + 1) + " (" + byte.data() + ")");
}

/// Reads the encoding that the bytes themselves speak for. `whole` when the bytes are not cut: only
/// then a doubt ends in a refusal, since a part may hold too few words to tell.
DecodedText from_legacy(std::string_view bytes, bool whole) {
  EncodingGuess guess = *guess_encoding(bytes);
  const bool few = guess.outside_ascii * kFewInBytes < bytes.size();
  if (guess.sureness < kSureEnough && whole && !few)
    throw Error(ErrorKind::check,
                "encoding not recognised: " + std::string(guess.name) + " would be " +
                    std::to_string(guess.sureness) + " % sure",
                "save it as plain text in UTF-8");
  if (guess.sureness < kSureEnough) guess.name = "Windows-1252";
  std::size_t broken = 0;
  DecodedText decoded{*decode_as(guess.name, bytes, &broken), {}};
  std::string text = "not valid UTF-8: " + describe(guess);
  if (broken > 0) text += "; " + std::to_string(broken) + " without a character in it are U+FFFD";
  decoded.notices.push_back(warning("encoding-guessed", std::move(text)));
  return decoded;
}

DecodedText from_unmarked(std::string_view bytes, bool whole) {
  if (bytes.find("\x1B$") != std::string_view::npos && whole)
    throw Error(ErrorKind::check, "encoding not recognised: ISO 2022 by escape sequences",
                "save it as plain text in UTF-8");
  if (is_valid_utf8(bytes)) return {std::string(bytes), {}};
  std::size_t broken = 0;
  std::string repaired = repair_utf8(bytes, &broken);
  // A text in another encoding has hardly a sequence that is valid UTF-8 by chance; a UTF-8 text
  // with one damaged place has many.
  const auto leads = std::count_if(repaired.begin(), repaired.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U;
  });
  if (static_cast<std::size_t>(leads) <= 5 * broken) return from_legacy(bytes, whole);
  DecodedText decoded{std::move(repaired), {}};
  decoded.notices.push_back(broken_utf8(broken, bytes, decoded.text));
  return decoded;
}

DecodedText from_marked(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf16_little:
    case Encoding::utf16_big:
      return {utf16_to_utf8(bytes, encoding == Encoding::utf16_big), {}};
    case Encoding::utf32_little:
    case Encoding::utf32_big:
      return {from_utf32(bytes, encoding == Encoding::utf32_big), {}};
    case Encoding::utf8:
    case Encoding::unmarked:
    case Encoding::none:
      break;
  }
  std::size_t broken = 0;
  DecodedText decoded{repair_utf8(bytes, &broken), {}};
  if (broken > 0) decoded.notices.push_back(broken_utf8(broken, bytes, decoded.text));
  return decoded;
}

/// As decode_text() and decode_head() do; `whole` when the bytes are all there are.
std::optional<DecodedText> decode(std::string_view bytes, bool whole) {
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
      encoding == Encoding::unmarked ? from_unmarked(bytes, whole) : from_marked(bytes, encoding);
  if (is_binary(decoded.text)) return std::nullopt;
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

std::optional<DecodedText> decode_text(std::string_view bytes) { return decode(bytes, true); }

std::optional<DecodedText> decode_head(std::string_view bytes, std::size_t size) {
  if (bytes.size() <= size) return decode(bytes, false);
  // Cut between characters, so that the cut is not taken for damage.
  std::size_t end = size - size % 2;
  while (end > 4 && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) end -= 2;
  return decode(bytes.substr(0, end), false);
}

}  // namespace undex
