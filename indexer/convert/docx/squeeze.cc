#include "indexer/convert/docx/squeeze.h"

#include <algorithm>

#include "corpus/text.h"
#include "corpus/utf8.h"

namespace undex {
namespace {

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
bool is_blank(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

void append(SqueezedText& squeezed, std::string_view bytes, std::size_t begin, std::size_t end) {
  squeezed.text += bytes;
  squeezed.origins.insert(squeezed.origins.end(), bytes.size(), {begin, end});
}

/// The end of the user-visible character that begins at `at`.
std::size_t grapheme_end(std::string_view text, std::size_t at) {
  std::size_t end = character_end(text, at);
  while (end < text.size() && grapheme_begin(text, end) <= at && end - at < 64)
    end = character_end(text, end);
  return end;
}

/// A stretch of characters that are not all ASCII.
void append_other(SqueezedText& squeezed, std::string_view text, std::size_t begin,
                  std::size_t end) {
  const std::string_view stretch = text.substr(begin, end - begin);
  const bool normal = normal_text(stretch) == stretch;
  for (std::size_t at = 0; at < stretch.size();) {
    const std::size_t next = normal ? character_end(stretch, at) : grapheme_end(stretch, at);
    const std::string character = normal_text(stretch.substr(at, next - at));
    if (!collapse_spaces(character).empty()) append(squeezed, character, begin + at, begin + next);
    at = next;
  }
}

}  // namespace

std::size_t SqueezedText::find(std::size_t offset) const {
  const auto found = std::partition_point(origins.begin(), origins.end(),
                                          [&](const Origin& from) { return from.begin < offset; });
  return static_cast<std::size_t>(found - origins.begin());
}

SqueezedText squeeze(std::string_view text) {
  SqueezedText squeezed;
  for (std::size_t at = 0; at < text.size();) {
    // An accent may follow an ASCII letter.
    std::size_t end = at + 1;
    while (end < text.size() && !is_ascii(text[end])) ++end;
    if (end > at + 1 || !is_ascii(text[at])) {
      append_other(squeezed, text, at, end);
    } else if (!is_blank(text[at])) {
      append(squeezed, text.substr(at, 1), at, end);
    }
    at = end;
  }
  return squeezed;
}

}  // namespace undex
