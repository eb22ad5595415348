#pragma once
// Words on pages, as `pdftotext -bbox-layout` prints them: its XHTML read into boxes. Points, the
// origin is the upper left corner.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct PdfBox {
  float x0 = 0;
  float y0 = 0;
  float x1 = 0;
  float y1 = 0;
  float height() const { return y1 - y0; }
  float width() const { return x1 - x0; }
  float middle() const { return (y0 + y1) / 2; }
  void include(const PdfBox& other) {
    x0 = std::min(x0, other.x0);
    y0 = std::min(y0, other.y0);
    x1 = std::max(x1, other.x1);
    y1 = std::max(y1, other.y1);
  }
};

struct PdfWord {
  PdfBox box;  ///< its height follows the type size (about 1.1 times it)
  std::string text;
};

/// A run of words that the converter takes for one line of one block.
struct PdfLine {
  PdfBox box;          ///< of the words in the main size: raised markers do not count
  float size = 0;      ///< height of most of its letters
  bool aside = false;  ///< runs in another direction than the text of its page
  std::vector<PdfWord> words;
  std::string plain() const;  ///< words with one blank between them
};

struct PdfPage {
  float width = 0;
  float height = 0;
  std::vector<PdfLine> lines;
};

/// Tolerant and linear: broken tags and numbers are passed over, text is repaired UTF-8 in NFC with
/// ligatures spelt out.
std::vector<PdfPage> read_pdf_bbox(std::string_view xhtml);

/// The height that most letters of the words have, to a tenth of a point; 0 for no words.
float main_height(const std::vector<PdfWord>& words);

/// Makes a line of words: fills box and size.
PdfLine make_pdf_line(std::vector<PdfWord> words);

}  // namespace undex
