#include "indexer/convert/pdf/paragraphs.h"

#include <cmath>
#include <string_view>

namespace undex {
namespace {

constexpr float kIndent = 6;         // points: less is no indent
constexpr float kGap = 1.3F;         // line pitches between two lines of a paragraph at most
constexpr float kOtherSize = 0.07F;  // part of the size by which lines of a paragraph may differ

/// Whether the line is set in the middle of its column.
bool is_centred(const PdfRow& row) {
  const float width = row.right_edge - row.left_edge;
  const float off = (row.box.x0 - row.left_edge) - (row.right_edge - row.box.x1);
  return width > 0 && std::fabs(off) < width * 0.03F && row.box.x0 > row.left_edge + width * 0.06F;
}

/// The last character of the line's text, without quotation marks, brackets and note markers; 0 for
/// none.
char last_mark(const PdfRow& row) {
  for (std::size_t i = row.words.size(); i-- > 0;) {
    if (is_raised_marker(row.words[i], row.size, row.box)) continue;
    std::string_view text = row.words[i].text;
    for (const std::string_view close :
         {"\xE2\x80\x9D", "\xE2\x80\x99", "\"", "'", ")", "]", "*", "\xC2\xBB"})
      if (text.size() > close.size() && text.ends_with(close)) text.remove_suffix(close.size());
    return text.empty() ? '\0' : text.back();
  }
  return '\0';
}

bool ends_sentence(const PdfRow& row) {
  return std::string_view(".;:!?").find(last_mark(row)) != std::string_view::npos;
}

bool begins_with_capital(const PdfRow& row) {
  const char c = row.words.front().text.front();
  return c >= 'A' && c <= 'Z';
}

bool same_size(const PdfRow& a, const PdfRow& b) {
  return std::fabs(a.size - b.size) <= std::max(a.size, b.size) * kOtherSize;
}

class Splitter {
 public:
  Splitter(const std::vector<PdfRow>& rows, const PdfMeasures& measures)
      : rows_(rows), measures_(measures), area_right_(rows.size(), 0) {
    find_area_rights();
  }

  /// Whether row i begins a paragraph, after `so_far`.
  bool begins(std::size_t i, const PdfParagraph& so_far) const {
    const PdfRow& row = rows_[i];
    const PdfRow& above = rows_[i - 1];
    if (row.own_block || above.own_block || row.table >= 0 || above.table >= 0) return true;
    if (is_note_row(row, measures_.size)) return true;
    if (row.label_words > 0 || (!same_size(row, above) && !is_odd_tail(i))) return true;
    const bool new_place = row.page != above.page || row.new_area;
    return new_place ? begins_after_break(i, so_far) : begins_below(i, so_far);
  }

  /// Lines stand below each other as lines of one paragraph do.
  bool close_below(std::size_t i) const {
    const PdfRow& row = rows_[i];
    const PdfRow& above = rows_[i - 1];
    const float scale = measures_.size > 0 ? row.size / measures_.size : 1;
    const float pitch = row.box.y1 - above.box.y1;
    return row.page == above.page && !row.new_area && pitch > 0 &&
           pitch <= measures_.pitch * std::max(scale, 0.9F) * kGap;
  }

 private:
  /// Right edge that the lines around row i keep to: of the column, or of their own group where
  /// that is narrower (quotations, titles).
  void find_area_rights() {
    std::size_t begin = 0;
    while (begin < rows_.size()) {
      std::size_t end = begin + 1;
      float right = rows_[begin].box.x1;
      while (end < rows_.size() && close_below(end) && same_size(rows_[end], rows_[end - 1])) {
        right = std::max(right, rows_[end].box.x1);
        ++end;
      }
      for (std::size_t i = begin; i < end; ++i) {
        const float column = rows_[i].right_edge;
        area_right_[i] = right > column - rows_[i].size * 1.2F ? column : right;
      }
      begin = end;
    }
  }

  /// The first word of row i would have fitted on the line above: the break was meant.
  bool stopped_short(std::size_t i) const {
    const PdfRow& above = rows_[i - 1];
    // Titles are broken by sense, not by measure; only "Annex" and the like stand for themselves.
    if (above.size > measures_.size * 1.08F)
      return above.box.width() < (above.right_edge - above.left_edge) * 0.35F;
    float word = 0;
    for (std::size_t w = 0; w < rows_[i].words.size(); ++w) {
      if (w > 0 && gap_between(rows_[i].words[w - 1], rows_[i].words[w]) > above.size * 0.16F)
        break;
      word += rows_[i].words[w].box.width();
    }
    // The line's own measure may be unknown where the type changes: then the column's holds.
    const bool other = !same_size(rows_[i], above);
    const float room = (other ? above.right_edge : area_right_[i - 1]) - above.box.x1;
    return room > word + above.size * 0.6F;
  }

  /// A/RES/78/265 sets the last line of point (d) in smaller type: a sentence that goes on in lower
  /// case does not end where the type changes a little.
  bool is_odd_tail(std::size_t i) const {
    const PdfRow& row = rows_[i];
    const PdfRow& above = rows_[i - 1];
    const char c = row.words.front().text.front();
    return std::fabs(row.size - above.size) < above.size * 0.25F && c >= 'a' && c <= 'z' &&
           close_below(i) && !ends_sentence(above) && above.box.width() > row.box.width() &&
           row.box.x0 < above.box.x0 + 1 && row.box.x0 > row.left_edge - 1;
  }

  bool begins_below(std::size_t i, const PdfParagraph& so_far) const {
    const PdfRow& row = rows_[i];
    const PdfRow& above = rows_[i - 1];
    if (!close_below(i)) return true;
    const float x = row.box.x0;
    if (is_centred(row) && is_centred(above) && std::fabs(x - above.box.x0) > 2) return false;
    const PdfRow& first = rows_[so_far.rows.front()];
    if (so_far.rows.size() >= 2) {
      if (std::fabs(x - so_far.here) > kIndent) return true;
    } else if (x > first.box.x0 + kIndent && std::fabs(x - first.text_x0) > kIndent) {
      return stopped_short(i) || !first.label_words || x < first.text_x0;
    }
    return stopped_short(i);
  }

  /// After a page or column break: an unfinished paragraph goes on where the next text begins at
  /// the left edge.
  bool begins_after_break(std::size_t i, const PdfParagraph& so_far) const {
    const PdfRow& row = rows_[i];
    const PdfRow& last = rows_[i - 1];
    const bool heading = so_far.centred && (so_far.rows.size() > 1 || stopped_short_at_break(i));
    if (heading || (is_centred(row) && std::fabs(row.box.x0 - so_far.here) > 2)) return true;
    // Columns and pages have their own edges: compare distances from them.
    const float shift = row.left_edge - last.left_edge;
    const PdfRow& first = rows_[so_far.rows.front()];
    const float x = row.box.x0 - (std::fabs(shift) > kIndent ? shift : 0);
    const bool flush = so_far.rows.size() >= 2
                           ? std::fabs(x - so_far.here) < kIndent
                           : x < first.box.x0 + 2 || std::fabs(x - first.text_x0) < kIndent;
    // The last line of a page is full when its paragraph goes on.
    if (!flush || stopped_short_at_break(i)) return true;
    const bool clause = measures_.comma_ends && last_mark(last) == ',' && begins_with_capital(row);
    if (!ends_sentence(last) && !clause) return false;
    // A finished sentence: only a document that indents its paragraphs shows that this one goes on.
    return !(measures_.indents && x < first.box.x0 + 2 && first_is_indented(first));
  }

  static bool first_is_indented(const PdfRow& first) {
    return first.label_words > 0 || first.box.x0 > first.left_edge + kIndent;
  }

  bool stopped_short_at_break(std::size_t i) const {
    const PdfRow& last = rows_[i - 1];
    const float word = rows_[i].words.front().box.width();
    return last.right_edge - last.box.x1 > word + last.size * 0.6F;
  }

  const std::vector<PdfRow>& rows_;
  const PdfMeasures& measures_;
  std::vector<float> area_right_;
};

/// How paragraphs of this document begin and end: asked of the lines around a gap.
void study_paragraphs(const std::vector<PdfRow>& rows, const Splitter& splitter,
                      PdfMeasures& measures) {
  std::size_t set_in = 0;
  std::size_t flush = 0;
  std::size_t commas = 0;
  for (std::size_t i = 1; i + 1 < rows.size(); ++i) {
    const PdfRow& row = rows[i];
    const bool body = std::fabs(row.size - measures.size) < 1 && row.table < 0 && !row.own_block;
    if (!body || row.page != rows[i - 1].page || splitter.close_below(i)) continue;
    if (!splitter.close_below(i + 1)) continue;  // one line: a heading perhaps
    const bool label = row.label_words > 0 || is_list_label(row.words.front().text);
    (label || row.box.x0 > row.left_edge + kIndent ? set_in : flush) += 1;
    commas += last_mark(rows[i - 1]) == ',';
  }
  measures.indents = set_in > flush;
  measures.comma_ends = commas * 4 > set_in + flush;
}

}  // namespace

std::vector<PdfParagraph> find_paragraphs(const std::vector<PdfRow>& rows, PdfMeasures& measures) {
  const Splitter splitter(rows, measures);
  study_paragraphs(rows, splitter, measures);
  std::vector<PdfParagraph> paragraphs;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (paragraphs.empty() || splitter.begins(i, paragraphs.back())) {
      paragraphs.push_back({{i}, is_centred(rows[i]), rows[i].text_x0, rows[i].text_x0});
      continue;
    }
    PdfParagraph& paragraph = paragraphs.back();
    paragraph.rows.push_back(i);
    const bool second_line = paragraph.rows.size() == 2;
    // Lines that all begin at one place between equal margins are a quotation, not a heading.
    const bool shifted = std::fabs(rows[i].box.x0 - rows[i - 1].box.x0) > 2;
    paragraph.centred = paragraph.centred && is_centred(rows[i]) && (!second_line || shifted);
    paragraph.here = rows[i].box.x0;
    if (second_line) paragraph.left = rows[i].box.x0;
  }
  return paragraphs;
}

}  // namespace undex
