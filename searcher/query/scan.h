#pragma once
// Looking at the characters of a query: blanks, quotes, operators, and document symbols typed bare.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace undex::query {

bool is_blank(char c);  ///< white space and control characters
bool is_mark(char c);   ///< a character that ends a word: blank, parenthesis, quote

/// Quotes as keyboards and word processors write them.
struct Quote {
  std::string_view open;
  std::string_view close;
};
/// nullptr when none opens here.
const Quote* quote_at(std::string_view query, std::size_t at);
/// Whether a quote may close right before.
bool is_behind_quote(std::string_view query, std::size_t at);

/// The query with the blanks of other keyboards and of word processors as plain ones, byte for
/// byte: places stay. Those between digits are left, for they part thousands.
std::string with_plain_blanks(std::string_view query);

/// Whether an operator in capitals (AND, OR, NOT) stands here as a word of its own.
bool is_operator(std::string_view query, std::size_t at, std::string_view name);
/// NEAR or ADJ, as a word or with "/5" behind it: the name; empty for neither.
std::string_view distance_operator(std::string_view query, std::size_t at);
/// Any of the five.
bool is_any_operator(std::string_view query, std::size_t at);

struct ScannedSymbol {
  SymbolNode node;
  std::size_t symbol_end = 0;  ///< of the symbol alone
  std::size_t end = 0;         ///< with the pinpoint, and a stop or comma behind the symbol
};
/// The longest document symbol that begins here and ends at a word's end, with its pinpoint if one
/// follows ("#18", ":18", ", para. 18 (g)"), or goes before it ("para. 18 (g) of").
std::optional<ScannedSymbol> scan_symbol(std::string_view query, std::size_t at);

/// "A/58/" of "a/58/*": the beginning of the symbols of a series, in normal form; nothing when the
/// text is none.
std::optional<std::string> series_prefix(std::string_view text);

}  // namespace undex::query
