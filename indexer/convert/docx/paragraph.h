#pragma once
// One paragraph while it is read: words from many runs, the raised marks among them, and what
// comes after it (notes, text boxes).
#include <string>
#include <string_view>
#include <vector>

#include "indexer/convert/converted_text.h"
#include "indexer/convert/docx/properties.h"

namespace undex {

class DocxParagraph {
 public:
  ParagraphProperties properties;
  std::string label;                  ///< of an AUTONUM field
  bool page_break = false;            ///< before its first word
  int page = 0;                       ///< of its first word
  std::vector<ConvertedBlock> after;  ///< what its words refer to

  /// Words in the look of their run; `raised` ones are kept back until it is clear whether they
  /// mark a note.
  void add(std::string_view words, const RunProperties& look);
  void add_note(std::string marker);
  /// No word yet.
  bool empty() const { return text_.empty() && segment_.empty() && raised_.empty(); }

  /// Text, notes and look; a mark raised at its beginning makes it a footnote unless `in_cell`.
  ConvertedBlock finish(bool in_cell);

 private:
  void settle_raised();
  void settle_segment();
  std::string text_;     // NFC
  std::string segment_;  // as read, since the last note
  std::string raised_;
  std::string leading_marker_;
  std::vector<NoteReference> notes_;
  bool has_words_ = false;
  bool all_bold_ = true;
  bool italic_start_ = false;
  float size_ = 0;
};

}  // namespace undex
