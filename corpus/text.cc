#include "corpus/text.h"

#include <unicode/bytestream.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <iterator>

#include "undex/error.h"

namespace undex {
namespace {

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status))
    throw Error(ErrorKind::archive, std::string("ICU cannot ") + what + ": " + u_errorName(status),
                "the installed ICU library is damaged or incomplete");
}

/// Decodes the character at `at` and moves on; a negative value for a broken sequence.
UChar32 next_char(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto i = static_cast<std::int64_t>(at);
  const auto length = static_cast<std::int64_t>(text.size());
  UChar32 c = 0;
  U8_NEXT(bytes, i, length, c);
  at = static_cast<std::size_t>(i);
  return c;
}

void append_char(std::string& out, UChar32 c) {
  char buffer[4];
  int length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out.append(buffer, static_cast<std::size_t>(length));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = instance(status);
  check(status, "load its normalization data");
  return *found;
}

std::string normalized(const icu::Normalizer2& form, std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  form.normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                     nullptr, status);
  check(status, "normalize a text");
  return out;
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_dropped(UChar32 c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

bool is_space(UChar32 c) { return u_isUWhiteSpace(c) || c == 0x1C || c == 0x1D || c == 0x1E; }

/// Letters that carry no removable mark and yet are searched without their stroke or as two
/// letters.
const char* plain_letter(UChar32 c) {
  switch (c) {
    case 0xF8:
      return "o";
    case 0x142:
      return "l";
    case 0x111:
      return "d";
    case 0x131:
      return "i";
    case 0x153:
      return "oe";
    case 0xE6:
      return "ae";
    default:
      return nullptr;
  }
}

bool is_bidi_control(UChar32 c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

void append_escaped(std::string& out, UChar32 c) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  if (c < 0x100) {
    out += "\\x";
    out += kDigits[(c >> 4) & 15];
    out += kDigits[c & 15];
    return;
  }
  std::string digits;
  for (; c > 0; c >>= 4) digits.insert(digits.begin(), kDigits[c & 15]);
  out += "\\u{" + digits + "}";
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();)
    if (next_char(bytes, at) < 0) return false;
  return true;
}

std::string repair_utf8(std::string_view bytes, std::size_t* broken) {
  std::size_t count = 0;
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    if (next_char(bytes, at) >= 0) {
      out.append(bytes.substr(begin, at - begin));
    } else {
      append_char(out, 0xFFFD);
      ++count;
    }
  }
  if (broken) *broken = count;
  return out;
}

std::string normal_text(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  const std::string nfc = normalized(normalizer(icu::Normalizer2::getNFCInstance), text);
  std::string out;
  out.reserve(nfc.size());
  for (std::size_t at = 0; at < nfc.size();) {
    const std::size_t begin = at;
    if (!is_dropped(next_char(nfc, at))) out.append(nfc, begin, at - begin);
  }
  return out;
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_char(text, at);
    if (c >= 0 && is_space(c)) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out.append(text.substr(begin, at - begin));
  }
  return out;
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (is_ascii(text)) {
    std::transform(text.begin(), text.end(), std::back_inserter(out), ascii_lower);
    return out;
  }
  const std::string folded =
      normalized(normalizer(icu::Normalizer2::getNFKCCasefoldInstance), text);
  const std::string marks_apart = normalized(normalizer(icu::Normalizer2::getNFDInstance), folded);
  for (std::size_t at = 0; at < marks_apart.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_char(marks_apart, at);
    if (c >= 0 && u_charType(c) == U_NON_SPACING_MARK) continue;
    if (const char* plain = plain_letter(c))
      out += plain;
    else
      out.append(marks_apart, begin, at - begin);
  }
  return normalized(normalizer(icu::Normalizer2::getNFCInstance), out);
}

std::string to_lower(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    std::transform(text.begin(), text.end(), std::back_inserter(out), ascii_lower);
    return out;
  }
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))
      .toLower(icu::Locale::getRoot())
      .toUTF8String(out);
  return out;
}

std::string letters_and_digits(std::string_view text) {
  const std::string lower =
      is_ascii(text) ? to_lower(text)
                     : to_lower(normalized(normalizer(icu::Normalizer2::getNFKCInstance), text));
  std::string out;
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_char(lower, at);
    if (c >= 0 && u_isalnum(c)) out.append(lower, begin, at - begin);
  }
  return out;
}

std::string printable(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_char(text, at);
    if (c < 0) {
      for (std::size_t i = begin; i < at; ++i)
        append_escaped(out, static_cast<unsigned char>(text[i]));
    } else if (keep_lines && (c == '\n' || c == '\t')) {
      out += static_cast<char>(c);
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_bidi_control(c)) {
      append_escaped(out, c);
    } else {
      out.append(text.substr(begin, at - begin));
    }
  }
  return out;
}

std::string printable_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_char(json, at);
    if ((c >= 0x7F && c < 0xA0) || is_bidi_control(c)) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c) & 0xFFFFU);
      out += escape;
    } else {
      out.append(json.substr(begin, at - begin));
    }
  }
  return out;
}

}  // namespace undex
