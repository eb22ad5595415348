#pragma once
// Texts of tests as a converter of plain text leaves them: one block a line.
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "indexer/convert/converted_text.h"
#include "indexer/structure/structure.h"

namespace undex::test {

inline ConvertedText lines(std::string_view text) {
  ConvertedText converted;
  converted.format = "text";
  int blank = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.find_first_not_of(" \t") == std::string_view::npos) {
      ++blank;
      continue;
    }
    ConvertedBlock block;
    block.text = line;
    block.blank_lines_before = blank;
    blank = 0;
    converted.blocks.push_back(block);
  }
  return converted;
}

/// A whole paragraph as formats with layout give it.
inline ConvertedBlock paragraph(std::string text, std::string label = "", int page = 1) {
  ConvertedBlock block;
  block.text = std::move(text);
  block.label = std::move(label);
  block.page = page;
  block.complete = true;
  return block;
}

inline Document read(std::string_view text) { return read_structure(lines(text), "test.txt"); }

/// One line a block that is no furniture: "kind <locator> label | text".
inline std::string outline(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture || block.locator.part == "masthead") continue;
    out += std::string(name_of(block.kind)) + " <" + block.locator.text() + ">";
    if (!block.label.empty()) out += " " + block.label;
    if (!block.text.empty()) out += " | " + block.text;
    out += "\n";
  }
  return out;
}

inline std::string notice_codes(const Document& document) {
  std::string out;
  for (const Notice& notice : document.notices)
    out += (out.empty() ? "" : ", ") + notice.code + " <" + notice.locator.text() + ">";
  return out;
}

}  // namespace undex::test
