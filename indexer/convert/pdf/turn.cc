#include "indexer/convert/pdf/turn.h"

namespace undex {
namespace {

bool runs_sideways(const PdfWord& word) {
  return word.text.size() > 2 && word.box.height() > word.box.width() * 1.3F;
}

bool runs_sideways(const PdfLine& line) {
  std::size_t sideways = 0;
  for (const PdfWord& word : line.words) sideways += runs_sideways(word);
  return sideways * 2 >= line.words.size() && sideways > 0;
}

/// Whether most words of the page stand below the word before them in their line.
bool runs_down(const PdfPage& page) {
  int down = 0;
  for (const PdfLine& line : page.lines)
    for (std::size_t i = 1; i < line.words.size(); ++i)
      down += line.words[i].box.y0 > line.words[i - 1].box.y0 ? 1 : -1;
  return down > 0;
}

PdfBox turned(const PdfBox& box, const PdfPage& page, bool down) {
  if (down) return {box.y0, page.width - box.x1, box.y1, page.width - box.x0};
  return {page.height - box.y1, box.x0, page.height - box.y0, box.x1};
}

}  // namespace

void turn_upright(PdfPage& page) {
  std::size_t sideways = 0;
  std::size_t words = 0;
  for (const PdfLine& line : page.lines)
    for (const PdfWord& word : line.words) {
      if (word.text.size() < 3) continue;
      ++words;
      sideways += runs_sideways(word);
    }
  if (sideways * 5 < words * 3 || sideways < 3) return;
  const bool down = runs_down(page);
  for (PdfLine& line : page.lines) {
    const bool aside = !runs_sideways(line) && line.words.size() > 1;
    for (PdfWord& word : line.words) word.box = turned(word.box, page, down);
    line = make_pdf_line(std::move(line.words));
    line.aside = aside;
  }
  std::swap(page.width, page.height);
}

}  // namespace undex
