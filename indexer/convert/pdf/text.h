#pragma once
// Words with boxes -> running text: words that kerning split are joined, hyphens at line ends kept
// or dropped by the document's own vocabulary, raised note markers taken out.
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "corpus/document.h"
#include "indexer/convert/pdf/rows.h"

namespace undex {

/// The words of the document that stand inside lines, in lower case: they prove whether a hyphen at
/// the end of a line is real.
class PdfVocabulary {
 public:
  PdfVocabulary() = default;
  explicit PdfVocabulary(const std::vector<PdfRow>& rows);

  /// Whether the hyphen between `before` ("distance") and `after` ("learning") belongs to the word.
  bool keeps_hyphen(std::string_view before, std::string_view after) const;

 private:
  int evidence(std::string_view before, std::string_view after) const;
  std::unordered_set<std::string> words_;
  bool hyphenates_ = false;  ///< the document divides words at line ends
};

class PdfText {
 public:
  explicit PdfText(const PdfVocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// Appends a line, from word `first` on.
  void add(const PdfRow& row, std::size_t first = 0);

  std::string text;
  std::vector<NoteReference> notes;

 private:
  bool takes_marker(const PdfRow& row, const PdfWord& word) const;
  void begin_line(std::string_view next);
  void add_word(const std::vector<PdfWord>& words, std::size_t i, std::size_t first, float blank);
  const PdfVocabulary& vocabulary_;
};

/// The words with blanks where the gaps say so; markers are left out.
std::string plain_text(const std::vector<PdfWord>& words);

}  // namespace undex
