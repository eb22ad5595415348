#pragma once
// A text of the document cut into words and sentences once, for the steps that read names. Cheaper
// than corpus/text.h, which knows every language: here only English phrases are looked for.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/marks.h"

namespace undex {

class WordText {
 public:
  struct Word {
    std::size_t begin = 0;  ///< UTF-8 bytes; letters and digits, hyphens and apostrophes part words
    std::size_t end = 0;
    int sentence = 0;  ///< its number in the text
  };

  /// Copies nothing but a lower-case form; the text must outlive it.
  WordText(const MarkSpan& whole, std::string_view text);

  const MarkSpan& whole() const { return whole_; }
  std::string_view text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }
  std::size_t size() const { return words_.size(); }

  std::string_view printed(std::size_t word) const;
  /// In lower case (ASCII); empty past the end.
  std::string_view key(std::size_t word) const;
  bool is_capital(std::size_t word) const;
  bool opens_sentence(std::size_t word) const;
  /// Nothing but one blank or hyphen between the word and the one before it.
  bool joins_previous(std::size_t word) const;
  /// The first word that begins at the offset or after it; size() if there is none.
  std::size_t word_at(std::size_t offset) const;
  /// The words from..to (excluded) as a span.
  MarkSpan span(std::size_t from, std::size_t to) const;
  MarkSpan span_of_bytes(std::size_t begin, std::size_t end) const;
  /// Whether the words of `phrase`, in lower case and parted by blanks, stand at the word.
  bool stands_at(std::size_t word, std::string_view phrase) const;

 private:
  bool ends_sentence(std::size_t from, std::size_t to) const;

  MarkSpan whole_;
  std::string_view text_;
  std::string lower_;
  std::vector<Word> words_;
};

}  // namespace undex
