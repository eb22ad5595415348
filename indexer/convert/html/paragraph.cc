#include "indexer/convert/html/paragraph.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text.h"
#include "indexer/convert/html/charset.h"
#include "indexer/convert/note_place.h"
#include "indexer/convert/text/note_marker.h"

namespace undex {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

bool is_blank(char c) { return kBlanks.find(c) != std::string_view::npos; }

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

/// Signs by which a note leads back to its place in the text.
bool is_way_back(std::string_view words) {
  static constexpr std::array<std::string_view, 6> kSigns{"^", "↑", "↩", "↩︎", "⏎", "↵"};
  return std::find(kSigns.begin(), kSigns.end(), words) != kSigns.end();
}

/// "[12]" -> "12"; `bracketed` says that there were brackets.
std::string_view without_brackets(std::string_view mark, bool& bracketed) {
  bracketed = mark.size() > 2 && ((mark.front() == '[' && mark.back() == ']') ||
                                  (mark.front() == '(' && mark.back() == ')'));
  return bracketed ? trimmed(mark.substr(1, mark.size() - 2)) : mark;
}

}  // namespace

void HtmlParagraph::add(std::string_view words, const HtmlLook& look) {
  if (words.empty()) return;
  if (link_) {
    link_->words += words;
    link_->raised = link_->raised || (look.raised && !is_blank(words));
    return;
  }
  const bool raised = look.raised && !is_blank(words);
  if (!raised && !is_blank(words)) settle_raised();
  std::string& out = raised ? raised_ : segment_;
  if (!raised && !raised_.empty()) settle_raised();
  for (const char c : words) {
    const bool blank = is_blank(c);
    if (!blank) out += c;
    if (blank && !blank_) out += ' ';
    blank_ = blank;
  }
  if (is_blank(words)) return;
  broken_ = false;
  if (!std::exchange(has_words_, true)) {
    italic_start_ = look.italic;
    centred_ = look.centred;
  }
  all_bold_ = all_bold_ && look.bold;
}

void HtmlParagraph::add_break() {
  if (link_) {
    link_->words += ' ';
    return;
  }
  settle_raised();
  while (segment_.ends_with(' ')) segment_.pop_back();
  segment_ += '\n';
  blank_ = true;
  broken_ = true;
}

void HtmlParagraph::begin_link(std::string target, bool named_note, const HtmlLook& look) {
  end_link();
  link_ = Link{std::move(target), {}, look, named_note, look.raised};
}

std::optional<std::string> HtmlParagraph::end_link() {
  if (!link_) return std::nullopt;
  const Link link = *std::exchange(link_, std::nullopt);
  const std::string_view words = trimmed(link.words);
  const bool inside = link.target.size() > 1 && link.target.front() == '#';
  if (inside && is_way_back(words)) return std::nullopt;
  bool bracketed = false;
  const std::string mark(without_brackets(words, bracketed));
  if (!inside || !(link.raised || bracketed || link.named_note) || !is_note_marker("", mark)) {
    add(link.words, link.look);
    return std::nullopt;
  }
  settle_raised();
  if (is_blank(text_) && is_blank(segment_) && notes_.empty() && leading_marker_.empty()) {
    leading_marker_ = mark;
  } else {
    add_note(mark);
  }
  return mark;
}

void HtmlParagraph::add_note(std::string marker) {
  settle_raised();
  settle_segment();
  notes_.push_back({text_.size(), std::move(marker)});
}

void HtmlParagraph::settle_segment() {
  if (segment_.empty()) return;
  const std::string segment = std::exchange(segment_, {});
  const bool odd = segment.find("\xC2") != std::string::npos;
  text_ += normal_text(odd ? without_c1(segment) : segment);
}

void HtmlParagraph::settle_raised() {
  if (raised_.empty()) return;
  const std::string raised = std::exchange(raised_, {});
  const std::string mark(trimmed(raised));
  if (!is_note_marker(segment_.empty() ? text_ : segment_, mark)) {
    segment_ += raised;
  } else if (is_blank(text_) && is_blank(segment_) && notes_.empty() && leading_marker_.empty()) {
    leading_marker_ = mark;
  } else {
    add_note(mark);
    if (raised.ends_with(' ')) segment_ += ' ';
  }
}

ConvertedBlock HtmlParagraph::finish(bool in_cell) {
  end_link();
  settle_raised();
  settle_segment();
  ConvertedBlock block;
  block.text = std::move(text_);
  block.notes = std::move(notes_);
  block.complete = true;
  block.bold = has_words_ && all_bold_;
  block.italic_start = italic_start_;
  block.centred = centred_;
  trim(block);
  lead_with(block, leading_marker_, in_cell);
  *this = {};
  return block;
}

}  // namespace undex
