#include "indexer/convert/akn/paragraph.h"

#include <algorithm>
#include <utility>

#include "corpus/text.h"

namespace undex {

void AknParagraph::add(std::string_view words) {
  for (const char c : words) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank) segment_ += c;
    if (blank && !blank_) segment_ += ' ';
    blank_ = blank;
  }
}

void AknParagraph::add_break() {
  while (segment_.ends_with(' ')) segment_.pop_back();
  segment_ += '\n';
  blank_ = true;
}

void AknParagraph::add_note(std::string marker) {
  settle();
  notes_.push_back({text_.size(), std::move(marker)});
}

void AknParagraph::settle() { text_ += normal_text(std::exchange(segment_, {})); }

ConvertedBlock AknParagraph::finish() {
  settle();
  ConvertedBlock block;
  block.complete = true;
  block.text = std::move(text_);
  block.notes = std::move(notes_);
  const std::size_t front = std::min(block.text.find_first_not_of(" \n"), block.text.size());
  block.text.erase(0, front);
  block.text.erase(block.text.find_last_not_of(" \n") + 1);
  for (NoteReference& note : block.notes)
    note.offset = std::min(note.offset - std::min(note.offset, front), block.text.size());
  *this = {};
  return block;
}

}  // namespace undex
