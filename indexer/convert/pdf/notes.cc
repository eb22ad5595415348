#include "indexer/convert/pdf/notes.h"

#include "corpus/ascii.h"

namespace undex {
namespace {

constexpr float kSmall = 0.95F;  // notes are set smaller than this part of the body's type

bool is_rule(const PdfLine& line) {
  std::size_t strokes = 0;
  for (const PdfWord& word : line.words)
    for (const char c : word.text) {
      if (c != '_') return false;
      ++strokes;
    }
  return strokes >= 5;
}

/// A marker in the type of its note: "*", "12", "3/" (documents of before 1996), "a/".
bool is_plain_marker(std::string_view text) {
  if (text.ends_with('/')) text.remove_suffix(1);
  if (text.empty() || text.size() > 3) return false;
  const bool stars = text.find_first_not_of('*') == std::string_view::npos;
  const bool digits = std::all_of(text.begin(), text.end(), is_digit);
  return stars || digits || (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z');
}

/// How many words at the beginning of the row are its marker: 0 or 1.
std::size_t marker_words(const PdfRow& row) {
  if (row.words.size() < 2) return 0;
  const PdfWord& first = row.words[0];
  if (is_raised_marker(first, row.size, row.box)) return 1;
  if (!is_plain_marker(first.text)) return 0;
  const bool sign = !is_digit(first.text.back());
  const float gap = gap_between(first, row.words[1]);
  return gap > row.size * (sign ? 0.25F : 0.45F) ? 1 : 0;
}

/// Where the notes of the page begin: under its rule, or, where the rule is drawn and not typed, at
/// the first small line with a marker below which all lines are small. The page's height for none.
float top_of_notes(const PdfPage& page, float body_size) {
  float body_bottom = 0;
  float last_body_line = 0;
  for (const PdfLine& line : page.lines)
    if (line.size > body_size * kSmall && !is_rule(line)) {
      body_bottom = std::max(body_bottom, line.box.y1);
      last_body_line = std::max(last_body_line, line.box.y0);
    }
  float rule = page.height;
  // A rule with body type under it closes a section of the text.
  for (const PdfLine& line : page.lines)
    if (is_rule(line) && line.box.x0 < page.width / 2 && last_body_line <= line.box.y1)
      rule = std::min(rule, line.box.y0);
  if (rule < page.height) return rule;
  if (body_bottom == 0) return page.height;
  float top = page.height;
  for (const PdfLine& line : page.lines)
    if (line.box.y0 > body_bottom - 1) top = std::min(top, line.box.y0);
  return top;
}

std::vector<PdfLine> take_below(PdfPage& page, float top) {
  const auto notes =
      std::stable_partition(page.lines.begin(), page.lines.end(),
                            [&](const PdfLine& line) { return line.box.y0 < top - 0.01F; });
  std::vector<PdfLine> taken(std::make_move_iterator(notes),
                             std::make_move_iterator(page.lines.end()));
  page.lines.erase(notes, page.lines.end());
  return taken;
}

}  // namespace

std::vector<PdfNote> take_notes(std::vector<PdfPage>& pages, float body_size) {
  std::vector<PdfNote> notes;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    PdfPage& page = pages[p];
    const float top = top_of_notes(page, body_size);
    if (top >= page.height) continue;
    std::vector<PdfLine> lines = take_below(page, top);
    const bool ruled = std::any_of(lines.begin(), lines.end(), is_rule);
    std::vector<PdfRow> rows;
    std::vector<PdfLine> print;
    for (const PdfLine& line : lines)
      if (!is_rule(line)) print.push_back(line);
    rows = make_rows(std::move(print), static_cast<int>(p) + 1);
    if (!ruled && (rows.empty() || marker_words(rows.front()) == 0)) {
      // Small type without rule or marker: a table or its source line, not notes.
      std::move(lines.begin(), lines.end(), std::back_inserter(page.lines));
      continue;
    }
    for (PdfRow& row : rows) {
      const std::size_t marker = marker_words(row);
      if (marker > 0 || notes.empty()) {
        notes.push_back({marker > 0 ? row.words[0].text : "", {}, row.page});
        if (notes.back().marker.ends_with('/')) notes.back().marker.pop_back();
      }
      row.label_words = marker;
      notes.back().rows.push_back(std::move(row));
    }
  }
  return notes;
}

}  // namespace undex
