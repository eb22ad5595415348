#pragma once
// Comments in a copy of a Word document. The place of the words is found by the text that
// convert_docx gives; the text, its look and every other part of the file stay as they are.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct DocxComment {
  std::size_t text = 0;  ///< index in DocxComments::texts
  std::size_t begin = 0;
  std::size_t end = 0;  ///< bytes of that text; none: all of it
  std::string says;     ///< lines parted by '\n'
};

struct DocxComments {
  std::string author;
  std::string date;                ///< ISO 8601: "2026-11-21T00:00:00Z"; empty: none
  std::vector<std::string> texts;  ///< all of the document in reading order: blocks, cells, notes
  std::vector<DocxComment> list;
};

struct AnnotatedDocx {
  std::string bytes;
  /// So many have no place of their own: they stand at the first paragraph and quote their words.
  std::size_t unplaced = 0;
};

constexpr std::size_t kMostDocxComments = 10'000;

/// Comments on words of a note or a text box, where Word allows none, stand where the note or the
/// box is anchored. Throws Error{check} as convert_docx does, and for more than kMostDocxComments.
AnnotatedDocx annotate_docx(std::string_view bytes, const DocxComments& comments);

}  // namespace undex
