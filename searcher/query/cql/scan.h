#pragma once
// The tokens of CQL. A slash begins a modifier, and legal CQL never has one in an unquoted term: so
// a slash within a word that stands where a term stands belongs to the term, and symbols need no
// quotes: undex.symbol = A/RES/57/295.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex::cql {

struct Token {
  enum class Kind { end, open, close, comparison, slash, word, quoted };
  Kind kind = Kind::end;
  std::string_view text;  ///< as in the query, escapes untouched; of a quoted one what is within
  std::size_t begin = 0;  ///< UTF-8 bytes in the query, the quotes included
  std::size_t end = 0;
};

enum class Place {
  term,  ///< a term may stand here: slashes belong to the word
  word,  ///< a boolean, a relation, the name of a modifier: a slash ends it
};
/// The token at `at` or behind the blanks there. Throws CqlError when a quote is not closed.
Token token_at(std::string_view query, std::size_t at, Place place);

/// Compared without case: AND is and.
bool is_word(const Token& token, std::string_view lower);
bool is_comparison(const Token& token, std::string_view text);
/// and, or, not, prox, sortby: none of them is a term, a relation or an index unless in quotes.
bool is_keyword(const Token& token);
bool is_boolean(const Token& token);

/// A word of a term.
struct Piece {
  std::string text;  ///< without escapes and anchors
  std::size_t begin = 0;
  std::size_t end = 0;
  bool masked = false;          ///< '*' or '?' stands for other characters
  bool escaped_mask = false;    ///< "\*" stands for itself
  bool anchored_begin = false;  ///< '^' before it, after it
  bool anchored_end = false;
};
/// The words of a word or quoted term, parted at blanks. Throws CqlError for an escape or an anchor
/// that is none. `masks`: whether '*', '?' and '^' stand for something else than themselves.
std::vector<Piece> pieces_of(const Token& term, bool masks, std::string_view query);

}  // namespace undex::cql
