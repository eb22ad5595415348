#pragma once
// The words of a text as terms see them: compounds taken apart, numbers without thousands marks,
// one spelling, the stem. Used by terms and concepts only.
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace undex {

struct Token {
  std::string raw;        ///< as written, without thousands marks, dots of "U.N.", "'s"
  std::size_t begin = 0;  ///< UTF-8 bytes in the text
  std::size_t end = 0;
  char link = 0;             ///< what ties it to the token before: '-', '\'', '.', '@'; 0 for none
  bool gap = false;          ///< more than blanks or a link between it and the token before
  bool ideographic = false;  ///< a dictionary word of Chinese
};

using ByteSpans = std::vector<std::pair<std::size_t, std::size_t>>;

/// The tokens in order; thousands marks are those of the language. An article that lost its vowel
/// is none ("l'eau"). Digit groups inside `symbols` (ordered, disjoint) are never joined.
std::vector<Token> tokens(std::string_view text, std::string_view language,
                          const ByteSpans& symbols);

struct WordForm {
  std::string word;  ///< folded, at most 64 bytes
  std::string stem;  ///< with its language, "Zen:desk"; empty for numbers and Chinese
};
/// In a text of that language. A word of another script is stemmed as its script is mostly meant:
/// Latin words as English, Cyrillic ones as Russian. Remembers what it made, within bounds for each
/// language. Thread-safe; what it returns is there until the thread asks again.
const WordForm& word_form(std::string_view raw, std::string_view language);

}  // namespace undex
