#pragma once
// One paragraph of running text while it is read: blanks run together, the marks of notes taken
// out.
#include <string>
#include <string_view>

#include "indexer/convert/converted_text.h"

namespace undex {

class AknParagraph {
 public:
  void add(std::string_view words);
  void add_break();
  void add_note(std::string marker);
  /// Text and notes; leaves this empty.
  ConvertedBlock finish();

 private:
  void settle();
  std::string text_;     // NFC
  std::string segment_;  // since the last note
  std::vector<NoteReference> notes_;
  bool blank_ = true;  // another blank adds nothing
};

}  // namespace undex
