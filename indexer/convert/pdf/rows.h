#pragma once
// Lines of print: the pieces that stand at one height brought together, list labels and note
// markers told by their place and size.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/convert/pdf/bbox.h"

namespace undex {

struct PdfRow {
  PdfBox box;
  float size = 0;
  int page = 0;                 ///< 1-based
  std::vector<PdfWord> words;   ///< left to right
  std::size_t label_words = 0;  ///< how many words at the beginning are a list label set apart
  float text_x0 = 0;            ///< where the text after the label begins
  enum Column { kWhole, kLeft, kRight, kMasthead, kMastheadRight };
  int column = kWhole;
  float left_edge = 0;  ///< of its column
  float right_edge = 0;
  bool own_block = false;  ///< a block by itself: lines of the masthead
  bool new_area = false;   ///< nothing before it can go on in it
  int table = -1;
  std::vector<std::vector<PdfWord>> cells;  ///< of a table row
};

/// What the whole document has in common.
struct PdfMeasures {
  float size = 0;           ///< height of the body's type
  float pitch = 0;          ///< distance of its lines
  bool indents = true;      ///< paragraphs begin with an indent or a label
  bool comma_ends = false;  ///< paragraphs end with commas, as those of a preamble do
};

/// Whether the word is a note's marker in a line of that size and box: small, raised, digits or
/// signs.
bool is_raised_marker(const PdfWord& word, float size, const PdfBox& line);

/// Whether the row begins a note that stands in the text: under a table or in a box, smaller than
/// the body, with a raised marker.
bool is_note_row(const PdfRow& row, float body_size);

/// Whether the word could be a list label: "1.", "(a)", "II.", "79/194.", a bullet.
bool is_list_label(std::string_view word);

/// A normal blank of the row: the middle one of its gaps, the smaller of two; 0 if it has none.
float normal_blank(const std::vector<PdfWord>& words);

/// Gap between two words of a line, whichever way it is read.
float gap_between(const PdfWord& a, const PdfWord& b);

/// Parts of a line set apart by gaps far wider than a blank; a list label or a marker stays with
/// what follows it.
std::vector<std::vector<PdfWord>> apart(const std::vector<PdfWord>& words, float size);

/// The lines that stand at one height as rows from top to bottom, pieces from left to right.
std::vector<PdfRow> make_rows(std::vector<PdfLine> lines, int page);

/// A row of the words, with its label found.
PdfRow make_row(std::vector<PdfWord> words, int page);

PdfMeasures measure(const std::vector<PdfRow>& rows);

}  // namespace undex
