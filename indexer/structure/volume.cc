#include "indexer/structure/volume.h"

#include <string_view>

#include "corpus/symbol/letters.h"
#include "corpus/text.h"

namespace undex::structure {
namespace {

/// "1514 (XV). Declaration ..." or "415 (V) B. ...".
struct Heading {
  std::string number;  ///< as a symbol ends: "1514(XV)"; empty for no heading
  std::string_view title;
};

Heading heading_of(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || at > 4) return {};
  std::string number(text.substr(0, at));
  if (text.substr(at).starts_with(' ')) ++at;
  const std::size_t close = text.find(')', at);
  if (!text.substr(at).starts_with('(') || close == std::string_view::npos) return {};
  const std::string_view session = text.substr(at + 1, close - at - 1);
  if (roman_value(session) == 0) return {};
  number += "(" + std::string(session) + ")";
  std::string_view rest = text.substr(close + 1);
  if (rest.size() > 2 && rest[0] == ' ' && rest[1] >= 'A' && rest[1] <= 'Z' && rest[2] == '.') {
    number += rest[1];
    rest.remove_prefix(2);
  }
  if (!rest.starts_with(". ")) return {};
  return {std::move(number), rest.substr(2)};
}

}  // namespace

OwnBlocks own_blocks(const Document& document) {
  const OwnBlocks all{0, document.blocks.size(), {}};
  if (document.symbol.parts.empty()) return all;
  const std::string& symbol = document.symbol.parts.front();
  const std::string own = symbol.substr(symbol.rfind('/') + 1);
  OwnBlocks found = all;
  bool is_found = false, others = false;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Heading heading = heading_of(document.blocks[i].text);
    // A table of contents that stands before the body is furniture.
    if (heading.number.empty() || document.blocks[i].kind == BlockKind::furniture) continue;
    if (heading.number == own) {
      found.begin = i;
      found.title = collapse_spaces(heading.title);
      is_found = true;
      continue;
    }
    others = true;
    if (!is_found) continue;
    found.end = i;
    break;
  }
  return is_found && others ? found : all;
}

}  // namespace undex::structure
