#include "indexer/convert/docx/paragraph.h"

#include <algorithm>
#include <utility>

#include "corpus/text.h"
#include "indexer/convert/note_place.h"
#include "indexer/convert/text/note_marker.h"

namespace undex {
namespace {

constexpr std::string_view kBlanks = " \t\n";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

/// The asterisks before a tab: the note of a masthead, which UN templates put in a frame.
std::size_t framed_marker(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of('*'), text.size());
  return end > 0 && end < 5 && end < text.size() && text[end] == '\t' ? end : 0;
}

}  // namespace

void DocxParagraph::add(std::string_view words, const RunProperties& look) {
  if (look.raised.value_or(false)) {
    raised_ += words;
  } else {
    settle_raised();
    segment_ += words;
  }
  if (is_blank(words)) return;
  if (!std::exchange(has_words_, true)) {
    italic_start_ = look.italic.value_or(false);
    size_ = look.size.value_or(0);
  }
  all_bold_ = all_bold_ && look.bold.value_or(false);
}

void DocxParagraph::add_note(std::string marker) {
  settle_raised();
  settle_segment();
  notes_.push_back({text_.size(), std::move(marker)});
}

void DocxParagraph::settle_segment() {
  if (!segment_.empty()) text_ += normal_text(std::exchange(segment_, {}));
}

void DocxParagraph::settle_raised() {
  if (raised_.empty()) return;
  const std::string raised = std::exchange(raised_, {});
  const std::string_view before = segment_.empty() ? text_ : segment_;
  const std::size_t begin = std::min(raised.find_first_not_of(kBlanks), raised.size());
  const std::size_t end = raised.find_last_not_of(kBlanks) + 1;
  const std::string mark = begin < end ? raised.substr(begin, end - begin) : "";
  if (!is_note_marker(before, mark)) {
    segment_ += raised;
    return;
  }
  segment_ += raised.substr(0, begin);
  if (is_blank(text_) && is_blank(segment_) && notes_.empty() && leading_marker_.empty()) {
    leading_marker_ = mark;
  } else {
    add_note(mark);
  }
  segment_ += raised.substr(end);
}

ConvertedBlock DocxParagraph::finish(bool in_cell) {
  settle_raised();
  settle_segment();
  ConvertedBlock block;
  block.text = std::move(text_);
  block.notes = std::move(notes_);
  block.complete = true;
  block.bold = has_words_ && all_bold_;
  block.italic_start = italic_start_;
  block.size = size_;
  block.page = page;
  trim(block);
  lead_with(block, leading_marker_, in_cell);
  if (const std::size_t stars = properties.framed ? framed_marker(block.text) : 0) {
    block.role = ConvertedBlock::Role::footnote;
    block.label = block.text.substr(0, stars);
    cut_front(block, stars);
  }
  return block;
}

}  // namespace undex
