#pragma once
// One paragraph of a page while it is read: words with their blanks run together, the raised marks
// and links among them that are marks of notes.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/convert/converted_text.h"

namespace undex {

struct HtmlLook {
  bool raised = false;
  bool bold = false;
  bool italic = false;
  bool centred = false;
  bool furniture = false;
};

class HtmlParagraph {
 public:
  void add(std::string_view words, const HtmlLook& look);
  void add_break();
  /// True when the last thing added was a line break.
  bool ends_with_break() const { return broken_; }

  /// The words until end_link stand in a link to `target` ("#..."); `named_note`: its names say
  /// that it is one of a note.
  void begin_link(std::string target, bool named_note, const HtmlLook& look);
  /// The marker, when the link was one of a note.
  std::optional<std::string> end_link();

  /// Text, notes and look; a mark at its beginning makes it a footnote unless `in_cell`. Leaves
  /// this empty.
  ConvertedBlock finish(bool in_cell);

 private:
  struct Link {
    std::string target;
    std::string words;
    HtmlLook look;
    bool named_note = false;
    bool raised = false;
  };
  void add_note(std::string marker);
  void settle_raised();
  void settle_segment();

  std::string text_;     // NFC
  std::string segment_;  // since the last note, blanks run together
  std::string raised_;
  std::string leading_marker_;
  std::vector<NoteReference> notes_;
  std::optional<Link> link_;
  bool blank_ = true;  // another blank adds nothing
  bool broken_ = false;
  bool has_words_ = false;
  bool all_bold_ = true;
  bool italic_start_ = false;
  bool centred_ = false;
};

}  // namespace undex
