#include "searcher/search/excerpt.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "corpus/utf8.h"

namespace undex::search {
namespace {

/// Words are looked for so far from a cut.
constexpr std::size_t kLongestWord = 40;
/// Around it, for texts that write no blanks.
constexpr std::size_t kAround = 120;

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}
bool is_inside(std::string_view text, std::size_t at) {
  return at < text.size() && is_continuation(text[at]);
}

/// Bytes of the character that begins here.
std::size_t length_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (is_inside(text, end)) ++end;
  return end - at;
}

/// The words near a place, for texts that write no blanks.
std::vector<WordSpan> words_around(std::string_view text, std::size_t at, std::size_t& base) {
  base = grapheme_begin(text, at > kAround ? at - kAround : 0);
  const std::size_t to = grapheme_begin(text, std::min(text.size(), at + kAround));
  return words(text.substr(base, to - base));
}

/// Begin and end are characters that set the direction of what stands between them, or mark it.
struct Range {
  std::string_view first;
  std::string_view last;
};
constexpr auto kTurning = std::to_array<Range>({
    {"\u061C", "\u061C"},
    {"\u200E", "\u200F"},
    {"\u202A", "\u202E"},
    {"\u2066", "\u2069"},
});
constexpr auto kLineEnds = std::to_array<Range>({{"\u2028", "\u2029"}, {"\u0085", "\u0085"}});

template <std::size_t Size>
bool is_in(const std::array<Range, Size>& ranges, std::string_view character) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
    return character >= range.first && character <= range.last &&
           character.size() == range.first.size();
  });
}

bool is_control(std::string_view character) {
  const unsigned char first = static_cast<unsigned char>(character.front());
  return first < ' ' || first == 0x7F ||
         (first == 0xC2 && character.size() == 2 && byte_at(character, 1) < 0xA0);
}

bool is_plain(char c) { return c >= ' ' && c < 0x7F; }

/// What stands for the character where it is alone.
std::string_view alone(std::string_view character) {
  if (character == "\t" || character == "\n" || is_in(kLineEnds, character)) return " ";
  if (is_control(character) || is_in(kTurning, character)) return {};
  return character;
}

}  // namespace

std::size_t columns_at(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  if ((first & 0xC0) == 0x80) return 0;
  const bool wide = (first >= 0xE3 && first <= 0xED) || first >= 0xF0;
  return wide ? 2 : 1;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size(); ++at) columns += columns_at(text, at);
  return columns;
}

std::size_t back_by(std::string_view text, std::size_t at, std::size_t columns) {
  std::size_t begin = at;
  for (std::size_t passed = 0; begin > 0 && passed < columns; passed += columns_at(text, begin))
    --begin;
  return grapheme_begin(text, begin);
}

std::size_t forward_by(std::string_view text, std::size_t at, std::size_t columns) {
  std::size_t end = at;
  for (std::size_t passed = 0; end < text.size(); ++end) {
    passed += columns_at(text, end);
    if (passed > columns) break;
  }
  return std::max(at, grapheme_begin(text, end));
}

std::size_t word_begin(std::string_view text, std::size_t at, std::size_t limit) {
  if (at == 0 || at >= limit) return std::min(at, limit);
  for (std::size_t i = at; i < std::min(limit, at + kLongestWord); ++i)
    if (text[i - 1] == ' ') return i;
  std::size_t base = 0;
  for (const WordSpan& word : words_around(text, at, base))
    if (base + word.begin >= at && base + word.begin < limit && word.begin > 0)
      return base + word.begin;
  return std::min(grapheme_begin(text, at), limit);
}

std::size_t word_end(std::string_view text, std::size_t at, std::size_t limit) {
  if (at >= text.size()) return text.size();
  for (std::size_t i = at; i > limit && i + kLongestWord > at; --i)
    if (text[i] == ' ') return i;
  std::size_t base = 0;
  std::size_t end = limit;
  for (const WordSpan& word : words_around(text, at, base))
    if (base + word.end <= at && base + word.end > limit && base + word.end < text.size())
      end = base + word.end;
  return end > limit ? end : std::max(limit, grapheme_begin(text, at));
}

Excerpt::Excerpt(std::string_view piece) {
  places_.reserve(piece.size() + 1);
  for (std::size_t at = 0; at < piece.size();) {
    if (is_plain(piece[at])) {
      places_.push_back(text_.size());
      text_ += piece[at++];
      continue;
    }
    const std::size_t length = length_at(piece, at);
    const std::string_view kept = alone(piece.substr(at, length));
    for (std::size_t i = 0; i < length; ++i) places_.push_back(text_.size());
    text_ += kept;
    at += length;
  }
  places_.push_back(text_.size());
}

}  // namespace undex::search
