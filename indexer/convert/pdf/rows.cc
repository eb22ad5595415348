#include "indexer/convert/pdf/rows.h"

#include <cmath>
#include <map>

#include "corpus/ascii.h"

namespace undex {
namespace {

constexpr float kApart = 1.4F;      // a gap of so many type sizes sets two texts apart
constexpr float kClearGap = 1.45F;  // so many blanks after a list label
constexpr float kSmall = 0.8F;      // markers are smaller than this part of the line's type

bool all_of_kind(std::string_view text, bool (*kind)(char)) {
  return !text.empty() && std::all_of(text.begin(), text.end(), kind);
}

bool is_roman(char c) { return std::string_view("IVXLC").find(c) != std::string_view::npos; }
bool is_number_part(char c) { return is_digit(c) || c == '/' || c == '.' || c == '-'; }

/// Overlap of two heights, as a part of the smaller one.
float shared_height(const PdfBox& a, const PdfBox& b) {
  const float smaller = std::min(a.height(), b.height());
  const float shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  return smaller > 0 ? shared / smaller : 0;
}

void find_label(PdfRow& row) {
  row.text_x0 = row.words.front().box.x0;
  if (row.words.size() < 2 || !is_list_label(row.words[0].text)) return;
  if (row.words[0].box.height() < row.size * kSmall) return;
  const float gap = gap_between(row.words[0], row.words[1]);
  const std::vector<PdfWord> rest(row.words.begin() + 1, row.words.end());
  const float blank = std::max(normal_blank(rest), row.size * 0.2F);
  if (gap < blank * kClearGap) return;
  row.label_words = 1;
  row.text_x0 = row.words[1].box.x0;
}

float most_common(const std::map<int, std::size_t>& counts, float unit) {
  const auto most = std::max_element(counts.begin(), counts.end(),
                                     [](auto& a, auto& b) { return a.second < b.second; });
  return most == counts.end() ? 0 : static_cast<float>(most->first) * unit;
}

}  // namespace

bool is_raised_marker(const PdfWord& word, float size, const PdfBox& line) {
  if (word.box.height() > size * kSmall || word.text.size() > 4) return false;
  if (word.box.y1 > line.y1 - size * 0.1F) return false;
  const bool letter = word.text.size() == 1 && is_lower(word.text[0]);
  return letter ||
         std::all_of(word.text.begin(), word.text.end(),
                     [](char c) { return is_digit(c) || c == '*' || c == ','; }) ||
         word.text == "\xE2\x80\xA0" || word.text == "\xE2\x80\xA1";
}

bool is_note_row(const PdfRow& row, float body_size) {
  return row.words.size() > 1 && row.size < body_size * 0.95F &&
         is_raised_marker(row.words[0], row.size, row.box);
}

bool is_list_label(std::string_view word) {
  for (const std::string_view bullet :
       {"\xE2\x80\xA2", "\xE2\x97\x8F", "\xE2\x96\xAA", "\xC2\xB7", "\xEF\x82\xB7", "\xE2\x80\x93",
        "\xE2\x80\x94", "\xE2\x97\xA6", "-", "o"})
    if (word == bullet) return true;
  if (word.size() < 2 || word.size() > 12) return false;
  const char last = word.back();
  if (last == ')') {
    const std::string_view inner =
        word.substr(word[0] == '(' ? 1 : 0, word.size() - (word[0] == '(' ? 2 : 1));
    return inner.size() <= 5 &&
           (all_of_kind(inner, is_lower) || all_of_kind(inner, is_digit) ||
            (inner.size() == 1 && is_upper(inner[0])) || all_of_kind(inner, is_roman));
  }
  if (last != '.') return false;
  const std::string_view inner = word.substr(0, word.size() - 1);
  if (is_digit(inner[0])) return all_of_kind(inner, is_number_part);
  return (inner.size() == 1 && (is_upper(inner[0]) || is_lower(inner[0]))) ||
         all_of_kind(inner, is_roman);
}

float gap_between(const PdfWord& a, const PdfWord& b) {
  return std::max(b.box.x0 - a.box.x1, a.box.x0 - b.box.x1);
}

float normal_blank(const std::vector<PdfWord>& words) {
  std::vector<float> gaps;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const float gap = gap_between(words[i - 1], words[i]);
    if (gap > 0.145F * words[i].box.height()) gaps.push_back(gap);
  }
  if (gaps.empty()) return 0;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>((gaps.size() - 1) / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

std::vector<std::vector<PdfWord>> apart(const std::vector<PdfWord>& words, float size) {
  std::vector<std::vector<PdfWord>> parts;
  // Justified lines stretch their blanks: wide is wide against the others of the line too.
  const float wide = std::clamp(normal_blank(words) * 2.5F, size * kApart, size * 3);
  for (const PdfWord& word : words) {
    const bool begins = parts.empty() || gap_between(parts.back().back(), word) > wide;
    const bool after_label =
        !parts.empty() && parts.back().size() == 1 &&
        (is_list_label(parts.back()[0].text) || parts.back()[0].box.height() < size * kSmall);
    if (begins && !after_label) parts.emplace_back();
    parts.back().push_back(word);
  }
  return parts;
}

PdfRow make_row(std::vector<PdfWord> words, int page) {
  PdfLine line = make_pdf_line(std::move(words));
  PdfRow row;
  row.box = line.box;
  row.size = line.size;
  row.page = page;
  row.words = std::move(line.words);
  find_label(row);
  return row;
}

std::vector<PdfRow> make_rows(std::vector<PdfLine> lines, int page) {
  std::stable_sort(lines.begin(), lines.end(), [](const PdfLine& a, const PdfLine& b) {
    return a.box.middle() < b.box.middle();
  });
  std::vector<PdfRow> rows;
  std::vector<PdfLine> pieces;
  const auto end_row = [&] {
    if (pieces.empty()) return;
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const PdfLine& a, const PdfLine& b) { return a.box.x0 < b.box.x0; });
    std::vector<PdfWord> words;
    for (PdfLine& piece : pieces)
      std::move(piece.words.begin(), piece.words.end(), std::back_inserter(words));
    rows.push_back(make_row(std::move(words), page));
    pieces.clear();
  };
  PdfBox box;
  for (PdfLine& line : lines) {
    if (!pieces.empty() && shared_height(box, line.box) < 0.5F) end_row();
    // A raised marker is no measure for the height of its row.
    if (pieces.empty() || line.box.height() > box.height()) box = line.box;
    pieces.push_back(std::move(line));
  }
  end_row();
  return rows;
}

PdfMeasures measure(const std::vector<PdfRow>& rows) {
  PdfMeasures found;
  std::map<int, std::size_t> sizes;
  for (const PdfRow& row : rows)
    for (const PdfWord& word : row.words)
      sizes[static_cast<int>(std::lround(word.box.height() * 5))] += word.text.size();
  found.size = most_common(sizes, 0.2F);
  std::map<int, std::size_t> pitches;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const PdfRow& a = rows[i - 1];
    const PdfRow& b = rows[i];
    const float pitch = b.box.y1 - a.box.y1;
    const bool body = std::fabs(a.size - found.size) < 1 && std::fabs(b.size - found.size) < 1;
    if (a.page == b.page && body && pitch > found.size * 0.7F && pitch < found.size * 3)
      ++pitches[static_cast<int>(std::lround(pitch * 2))];
  }
  found.pitch = pitches.empty() ? found.size * 1.15F : most_common(pitches, 0.5F);
  return found;
}

}  // namespace undex
