#pragma once
// The lines of a text: what plain text and Markdown-like text have in common.
#include <string_view>
#include <vector>

#include "indexer/convert/converted_text.h"

namespace undex {

struct TextLine {
  std::string_view text;  ///< without its end and the blanks before it; never blank
  int blank_lines_before = 0;
  int page = 0;  ///< 0 when the text has no form feed
  bool page_break_before = false;
};

/// Ends of lines: LF, CRLF, CR, VT, U+2028, U+2029; FF begins a page. Throws Error{check} for more
/// than a million lines.
std::vector<TextLine> split_lines(std::string_view text);

/// Columns before the text: a blank is one, a tab eight.
float left_of(std::string_view line);

/// A block of one line, to be joined with others by structure.
ConvertedBlock block_of(const TextLine& line);

/// Without C0 and C1 controls other than tab; blanks at the end dropped; NFC.
std::string clean_line(std::string_view line);

}  // namespace undex
