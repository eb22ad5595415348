#include "schemas/label_key.h"

#include <array>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "schemas/spelling.h"

namespace undex {
namespace {

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() && label_mark_at(text, at) == 0) ++at;
  return at;
}

/// "UN" and "United Nations" stand for each other.
void add_word(std::string& key, std::string_view word, bool apart) {
  constexpr std::string_view kUnited = "united";
  if (word == "nations" && key.ends_with(kUnited)) {
    key.replace(key.size() - kUnited.size(), kUnited.size(), "un");
    return;
  }
  if (!key.empty() && apart) key += ' ';
  key += word;
}

}  // namespace

std::size_t label_mark_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 9> kMarks = {
      "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2018", "\u2019", "\u00b7", "\u3000"};
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (static_cast<unsigned char>(c) < 0x80) return is_letter(c) || is_digit(c) ? 0 : 1;
  for (const std::string_view mark : kMarks)
    if (text.substr(at).starts_with(mark)) return mark.size();
  return 0;
}

void add_to_label_key(std::string& key, std::string_view text, bool apart) {
  const std::string folded = fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = end_of_word(folded, at);
    if (end > at) add_word(key, one_spelling(std::string_view(folded).substr(at, end - at)), apart);
    apart = apart || end > at;
    at = end + label_mark_at(folded, end);
  }
}

std::string label_key(std::string_view text) {
  std::string key;
  add_to_label_key(key, text, true);
  return key;
}

}  // namespace undex
