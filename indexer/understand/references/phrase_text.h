#pragma once
// A text as its words: lower case, odd spaces, dashes and soft hyphens folded as the grammar of
// symbols folds them, each with the way back to its bytes. What leans on other citations is found
// by phrases of words.
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/symbol/letters.h"
#include "corpus/text.h"
#include "indexer/understand/word_lists.h"

namespace undex {

/// "for its resolution": blanks between the words.
using Phrase = std::string_view;

class PhraseText {
 public:
  explicit PhraseText(std::string_view text);

  std::size_t size() const { return words_.size(); }
  /// In lower case; empty past either end, so that callers may look ahead and back.
  std::string_view word(std::size_t i) const;
  /// As printed, folded to ASCII; empty past the end.
  std::string_view printed(std::size_t i) const;
  std::size_t begin(std::size_t i) const;  ///< bytes of the text; its size past the end
  std::size_t end(std::size_t i) const;    ///< 0 past the end
  /// What stands between word i and the next, folded; to the end of the text after the last.
  std::string_view gap(std::size_t i) const;
  /// Nothing but blanks between word i and the next, and there is a next.
  bool joined(std::size_t i) const;
  /// A stop between word i and a capital or a number; "para. 4", "No. 3" end nothing.
  bool ends_sentence(std::size_t i) const;
  /// Of the whole text, in bytes, each with the blanks behind it. Faster than undex::sentences,
  /// and English only.
  std::vector<TextSpan> sentences() const;
  /// The first word that ends behind the byte.
  std::size_t word_at(std::size_t byte) const;

  /// Words i, i+1, ... are the phrase, joined. Number of its words, or 0.
  std::size_t match(std::size_t i, Phrase phrase) const;
  /// Words ..., i-1 are the phrase, joined to each other and to word i. Number of words, or 0.
  std::size_t match_before(std::size_t i, Phrase phrase) const;

  /// The folded text, and the byte of the text for a place in it.
  std::string_view plain() const { return plain_.text; }
  std::size_t plain_begin(std::size_t i) const {
    return i < words_.size() ? words_[i].begin : plain_.text.size();
  }
  std::size_t source(std::size_t plain) const { return plain_.source(plain); }

 private:
  struct Word {
    std::uint32_t begin = 0;  ///< of plain_
    std::uint32_t end = 0;
  };

  PlainText plain_;
  std::string lower_;
  std::vector<Word> words_;
};

}  // namespace undex
