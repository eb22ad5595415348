#pragma once
// Looking at the characters of a query: blanks, operators, and document symbols typed bare.
#include <cstddef>
#include <string_view>

#include "searcher/query/query.h"

namespace undex::query {

bool is_blank(char c);  ///< white space and control characters
bool is_mark(char c);   ///< a character that ends a word: blank, parenthesis, quote

/// Whether an operator in capitals (AND, OR, NOT) stands here as a word of its own.
bool is_operator(std::string_view query, std::size_t at, std::string_view name);
bool is_any_operator(std::string_view query, std::size_t at);

struct ScannedSymbol {
  SymbolNode node;
  std::size_t end = 0;
};
/// The longest document symbol that begins here and ends at a word's end, with its pinpoint if one
/// follows ("#18", ":18", ", para. 18 (g)").
std::optional<ScannedSymbol> scan_symbol(std::string_view query, std::size_t at);

}  // namespace undex::query
