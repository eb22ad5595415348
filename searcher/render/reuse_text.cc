// Lives of a wording as a person reads them: paragraph by paragraph, in order of date.
#include <algorithm>
#include <string_view>
#include <vector>

#include "corpus/text.h"
#include "searcher/render/renderers.h"
#include "searcher/render/terminal.h"
#include "searcher/trace/figure_words.h"

namespace undex::rendering {
namespace {

/// Shown of a life's text, from its first shared word on.
constexpr std::size_t kShownBytes = 400;

std::string heading(const HeldText& document, const RenderOptions& options) {
  std::string line = bold(printable(document.name), options.color);
  if (!document.title.empty()) line += "  " + printable(document.title);
  if (!document.date.empty()) line += "   " + printable(day_in_words(document.date));
  return wrapped(line, "", options.width, 4);
}

/// "in 412 paragraphs of 398 documents"; what was not compared is not counted and said so.
std::string found_in(const ReuseResult& lives) {
  return std::string(lives.all ? "in " : "in more than ") + counted(lives.paragraphs, "paragraph") +
         " of " + counted(lives.documents, "document") +
         (lives.wordings.size() < lives.paragraphs
              ? "; the nearest " + std::to_string(lives.wordings.size())
              : "");
}

/// Where a text of so many bytes at most ends: behind a word where there is a blank.
std::size_t end_of_words(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  const std::size_t blank = text.find_last_of(" \n\t", most);
  return blank == std::string_view::npos || blank == 0 ? grapheme_begin(text, most) : blank;
}

/// The shared words before `end` from `begin` on. What the other text has apart may stand together
/// here: it is marked as one.
std::vector<Span> marked_spans(const ReusedWording& life, std::size_t begin, std::size_t end) {
  std::vector<Span> out;
  for (const Span& span : life.shared) {
    if (span.begin >= end) break;
    const Span here = {span.begin - begin, std::min(span.end, end) - begin};
    const std::size_t before = out.empty() ? 0 : out.back().end + begin;
    if (!out.empty() && life.text.find_first_not_of(" \n\t", before) == span.begin)
      out.back().end = here.end;
    else
      out.push_back(here);
  }
  return out;
}

/// The part of the text that holds what is shared, cut where it is long.
std::string excerpt(const ReusedWording& life, bool color) {
  const std::size_t begin = life.shared.empty() ? 0 : life.shared.front().begin;
  std::size_t end = life.shared.empty() ? life.text.size() : life.shared.back().end;
  if (end - begin > kShownBytes)
    end = begin + end_of_words(std::string_view(life.text).substr(begin), kShownBytes);
  std::string part = life.text.substr(begin, end - begin);
  std::replace_if(
      part.begin(), part.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return (begin > 0 ? "... " : "") + marked(part, marked_spans(life, begin, end), color) +
         (end < life.text.size() ? " ..." : "");
}

std::string life_text(const ReusedWording& life, std::string_view document_date,
                      const RenderOptions& options) {
  std::string lead = "  " + std::string(life_of(life.date, document_date));
  lead += std::string(13 - std::min<std::size_t>(12, lead.size()), ' ');
  std::string line = printable(life.date.empty() ? "no date" : day_in_words(life.date)) + "   " +
                     bold(printable(life.name + ", " + life.pinpoint), options.color) + "   ";
  line += life.identical ? "the same words"
                         : percent_of(life.kept) + " kept, " + counted(life.shared_words, "word");
  if (life.abridged) line += " (an abridged record)";
  std::string out = wrapped(line, lead, options.width, 2);
  if (!life.identical)
    out += wrapped(excerpt(life, options.color), std::string(lead.size() + 2, ' '), options.width,
                   0, is_right_to_left(life.text));
  return out;
}

}  // namespace

std::string percent_of(double part) {
  // What is not the whole is never said to be.
  const int whole = static_cast<int>(part * 100 + 0.5);
  return std::to_string(part < 1 ? std::min(whole, 99) : whole) + " %";
}

std::string reuse_text(const ReusePage& page, const RenderOptions& options) {
  std::string out = heading(page.document, options);
  out += wrapped(std::to_string(page.paragraphs.size()) + " of " +
                     counted(page.document.paragraphs.size(), "paragraph") +
                     (page.paragraphs.size() == 1 ? " shares" : " share") +
                     " wording with other documents held in this language",
                 "", options.width);
  for (const ReusedParagraph& one : page.paragraphs) {
    out += "\n" + wrapped(bold(printable(one.paragraph.pinpoint), options.color) + "   " +
                              found_in(one.lives),
                          "", options.width, 4);
    for (const ReusedWording& life : one.lives.wordings)
      out += life_text(life, page.document.date, options);
  }
  return out;
}

}  // namespace undex::rendering
