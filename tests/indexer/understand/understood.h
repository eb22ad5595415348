#pragma once
// A small document written in a test: one line a block, as it would be printed.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/strings.h"

namespace undex::test {

/// "# II. Title" is a heading, "## A. Title" one of the second level, "18. Text" a paragraph,
/// "(g) Text" a sub-paragraph of the one before, "> Text" a running text without a number.
inline Document document_of(std::string_view symbol, std::string_view lines) {
  Document document;
  if (!symbol.empty()) document.symbol = parse_symbol(symbol).value();
  std::string number = "1";
  int section = -1;
  int unnumbered = 0;
  for (const std::string_view line : split(lines, '\n')) {
    if (line.empty()) continue;
    const std::size_t blank = line.find(' ');
    Block block;
    block.label = std::string(line.substr(0, blank));
    block.text = std::string(line.substr(blank + 1));
    block.section = section;
    if (line.front() == '#') {
      block.kind = BlockKind::heading;
      block.level = static_cast<int>(block.label.size());
      block.section = -1;
      block.label.clear();
      section = static_cast<int>(document.blocks.size());
    } else if (line.front() == '(') {
      block.kind = BlockKind::subparagraph;
      block.locator = parse_locator(number + " " + block.label).value();
      block.level = 1;
    } else if (line.front() == '>') {
      block.label.clear();
      block.locator = parse_locator("[" + std::to_string(++unnumbered) + "]").value();
    } else {
      number = block.label.substr(0, block.label.find('.'));
      block.kind = BlockKind::paragraph;
      block.locator = parse_locator(number).value();
    }
    document.blocks.push_back(std::move(block));
  }
  return document;
}

}  // namespace undex::test
