// Symbols as values: text, order, names for files.
#include "undex/symbol.h"

#include <algorithm>

#include "corpus/natural_order.h"
#include "corpus/symbol/grammar.h"
#include "corpus/symbol/letters.h"
#include "corpus/symbol/tables.h"

namespace undex {
namespace {

// A hyphen joins two symbols when what follows begins like one: not that of S-13, of [A-D].
bool joins_at(std::string_view text, std::size_t hyphen) {
  const std::size_t head = hyphen + 1;
  text = text.substr(0, head + 24);
  const std::size_t stroke = text.find_first_of("/-()[]", head);
  if (stroke == std::string_view::npos || stroke == head || text[stroke] == ')') return false;
  std::string_view word = text.substr(head, stroke - head);
  if (text.substr(head).starts_with("ICC-ASP/")) word = "ICC-ASP";
  if (text[stroke] == '-' && word != "ICC-ASP") return false;
  return find_symbol_head(word.substr(0, word.find('.'))) != nullptr;
}

}  // namespace

std::string Symbol::text() const {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += '-';
    joined += part;
  }
  return joined;
}

bool Symbol::names(const Symbol& other) const {
  return std::ranges::any_of(parts, [&](const std::string& part) {
    return std::ranges::find(other.parts, part) != other.parts.end();
  });
}

std::strong_ordering Symbol::operator<=>(const Symbol& other) const {
  const std::size_t shared = std::min(parts.size(), other.parts.size());
  for (std::size_t i = 0; i < shared; ++i) {
    const auto order = natural_compare(parts[i], other.parts[i]);
    if (order != 0) return order;
    // The natural order may hold two spellings of a number for equal; == does not.
    if (const auto bytes = parts[i].compare(other.parts[i]); bytes != 0) return bytes <=> 0;
  }
  return parts.size() <=> other.parts.size();
}

Symbol symbol_from_normal_form(std::string_view text) {
  Symbol symbol;
  std::size_t begin = 0;
  bool stroke = false;
  for (std::size_t at = 1; at < text.size(); ++at) {
    stroke = stroke || text[at] == '/';
    if (text[at] != '-' || !stroke || !joins_at(text, at)) continue;
    symbol.parts.emplace_back(text.substr(begin, at - begin));
    begin = at + 1;
    stroke = false;
  }
  if (!text.empty()) symbol.parts.emplace_back(text.substr(begin));
  return symbol;
}

std::string file_name_of(const Symbol& symbol) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const std::string text = symbol.text();
  std::string name;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    // "_-" opens an escape, so a stroke before a hyphen is escaped too.
    if (c == '/' && peek(text, at + 1) != '-') {
      name += '_';
    } else if (is_alnum(c) || c == '-' || (c == '.' && at > 0)) {
      name += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      name += "_-";
      name += kHex[byte >> 4U];
      name += kHex[byte & 15U];
    }
  }
  return name;
}

}  // namespace undex
