#pragma once
// One line a block: what the tests of converters compare.
#include <string>

#include "indexer/convert/converted_text.h"

namespace undex::test {

/// "heading/1 [2.] Text{*}": role unless body, level of headings, label, text with its note marks
/// in place; cells are parted by " | ".
inline std::string dump(const ConvertedBlock& block) {
  static const char* const kRoles[] = {"", "heading", "header", "footer", "footnote", "row", "box"};
  std::string line = kRoles[static_cast<int>(block.role)];
  if (block.role == ConvertedBlock::Role::heading) line += "/" + std::to_string(block.level);
  if (block.header_row) line += "!";
  if (!line.empty()) line += " ";
  if (!block.label.empty()) line += "[" + block.label + "] ";
  std::string text = block.text;
  for (auto note = block.notes.rbegin(); note != block.notes.rend(); ++note)
    text.insert(note->offset, "{" + note->marker + "}");
  if (block.role == ConvertedBlock::Role::table_row) {
    for (std::size_t at = text.find('\t'); at != std::string::npos; at = text.find('\t', at))
      text.replace(at, 1, " | ");
  }
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
    text.replace(at, 1, "\\n");
  return line + text;
}

inline std::string dump(const ConvertedText& text) {
  std::string lines;
  for (const ConvertedBlock& block : text.blocks) lines += dump(block) + "\n";
  return lines;
}

}  // namespace undex::test
