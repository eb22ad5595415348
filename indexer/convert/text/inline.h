#pragma once
// One line of Markdown-like text without its debris: emphasis, tags, raised marks, LaTeX, links,
// escapes, entities.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace undex {

struct InlineText {
  std::string text;
  std::vector<NoteReference> notes;
  std::string leading_marker;  ///< of a note whose text the line is
  bool bold = false;           ///< the whole line
  bool italic_start = false;
};

/// Linear in the size of the line.
InlineText read_inline(std::string_view line);

/// How surely the line is Markdown: 0 no sign, 1 a sign that plain text may show too, 2 a sure one.
int inline_signs(std::string_view line);

}  // namespace undex
