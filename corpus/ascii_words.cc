#include "corpus/ascii_words.h"

#include <algorithm>

#include "corpus/ascii.h"

namespace undex {
namespace {

/// A shorter stretch costs more to read apart than it saves.
constexpr std::size_t kShortest = 128;

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
/// ICU keeps addresses together.
bool is_like_letter(char c) { return is_letter(c) || c == '@'; }
bool is_in_word(char c) { return is_like_letter(c) || is_digit(c) || c == '_'; }

/// Whether the sign joins two letters ("un.int", "o'clock"), or two digits ("1,067").
bool joins(char before, char sign, char behind) {
  const bool both = sign == '.' || sign == '\'';
  return (both && is_like_letter(before) && is_like_letter(behind)) ||
         ((both || sign == ',' || sign == ';') && is_digit(before) && is_digit(behind));
}

}  // namespace

void add_ascii_words(std::string_view text, TextSpan piece, std::vector<WordSpan>& out) {
  for (std::size_t at = piece.begin; at < piece.end;) {
    if (!is_in_word(text[at])) {
      ++at;
      continue;
    }
    WordSpan word{.begin = at};
    for (;; ++at) {
      // A number is what ends in a digit, or in a digit and one "_".
      for (; at < piece.end && is_in_word(text[at]); ++at)
        if (text[at] != '_' || (at > word.begin && text[at - 1] == '_'))
          word.number = is_digit(text[at]);
      if (at + 1 >= piece.end || !joins(text[at - 1], text[at], text[at + 1])) break;
    }
    word.end = at;
    if (at > word.begin + 1 || text[word.begin] != '_') out.push_back(word);
  }
}

TextSpan ascii_stretch(std::string_view text, std::size_t from) {
  while (from < text.size()) {
    const auto other =
        std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), is_ascii);
    const auto stop = static_cast<std::size_t>(other - text.begin());
    std::size_t begin = from, end = stop;
    if (begin > 0)
      while (begin < stop && text[begin - 1] != ' ') ++begin;
    if (stop < text.size())
      while (end > begin && text[end - 1] != ' ') --end;
    if (end - begin >= std::min(kShortest, text.size())) return {begin, end};
    from = stop;
    while (from < text.size() && !is_ascii(text[from])) ++from;
  }
  return {text.size(), text.size()};
}

}  // namespace undex
