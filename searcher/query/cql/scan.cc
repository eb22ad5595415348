#include "searcher/query/cql/scan.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "searcher/query/cql/diagnostics.h"
#include "searcher/query/scan.h"

namespace undex::cql {
namespace {

using query::is_blank;

constexpr std::array<std::string_view, 4> kBooleans = {"and", "or", "not", "prox"};
constexpr std::string_view kEnds = "()=<>\"";
constexpr std::string_view kEscaped = "\\\"*?^";

/// '=', '==', '<', '>', '<=', '>=', '<>'.
std::size_t comparison_end(std::string_view query, std::size_t at) {
  const char second = at + 1 < query.size() ? query[at + 1] : '\0';
  const bool two = second == '=' || (query[at] == '<' && second == '>');
  return two ? at + 2 : at + 1;
}

Token quoted_at(std::string_view query, std::size_t at) {
  for (std::size_t i = at + 1; i < query.size(); ++i) {
    if (query[i] == '\\')
      ++i;
    else if (query[i] == '"')
      return {Token::Kind::quoted, query.substr(at + 1, i - at - 1), at, i + 1};
  }
  fail({Diagnostic::quotes, character_offset(query, at), "close it with '\"'",
        "a quote is not closed"},
       query, at);
}

/// "(2006)" right behind "S/RES/1723": no legal CQL has a parenthesis there.
std::size_t parenthesis_of_symbol(std::string_view query, std::size_t at) {
  std::size_t end = at + 1;
  while (end < query.size() && !is_blank(query[end]) &&
         kEnds.find(query[end]) == std::string_view::npos)
    ++end;
  return end > at + 1 && end < query.size() && query[end] == ')' ? end + 1 : at;
}

Token word_at(std::string_view query, std::size_t at, Place place) {
  std::size_t end = at;
  bool stroke = false;
  while (end < query.size() && !is_blank(query[end])) {
    const char c = query[end];
    if (c == '\\') {
      end = std::min(end + 2, query.size());
      continue;
    }
    if (c == '(' && stroke) {
      const std::size_t behind = parenthesis_of_symbol(query, end);
      if (behind == end) break;
      end = behind;
      continue;
    }
    if (kEnds.find(c) != std::string_view::npos || (c == '/' && place == Place::word)) break;
    stroke = stroke || c == '/';
    ++end;
  }
  return {Token::Kind::word, query.substr(at, end - at), at, end};
}

}  // namespace

Token token_at(std::string_view query, std::size_t at, Place place) {
  while (at < query.size() && is_blank(query[at])) ++at;
  if (at == query.size()) return {Token::Kind::end, {}, at, at};
  const auto one = [&](Token::Kind kind) { return Token{kind, query.substr(at, 1), at, at + 1}; };
  switch (query[at]) {
    case '(':
      return one(Token::Kind::open);
    case ')':
      return one(Token::Kind::close);
    case '/':
      return one(Token::Kind::slash);
    case '"':
      return quoted_at(query, at);
    case '=':
    case '<':
    case '>': {
      const std::size_t end = comparison_end(query, at);
      return {Token::Kind::comparison, query.substr(at, end - at), at, end};
    }
    default:
      return word_at(query, at, place);
  }
}

bool is_word(const Token& token, std::string_view lower) {
  return token.kind == Token::Kind::word && token.text.size() == lower.size() &&
         to_lower(token.text) == lower;
}

bool is_comparison(const Token& token, std::string_view text) {
  return token.kind == Token::Kind::comparison && token.text == text;
}

bool is_boolean(const Token& token) {
  return std::any_of(kBooleans.begin(), kBooleans.end(),
                     [&](std::string_view name) { return is_word(token, name); });
}

bool is_keyword(const Token& token) { return is_boolean(token) || is_word(token, "sortby"); }

namespace {

/// Reads one word of a term, whose characters were escaped.
class PieceReader {
 public:
  PieceReader(std::string_view raw, std::size_t base, bool masks, std::string_view query)
      : raw_(raw), base_(base), masks_(masks), query_(query) {}

  Piece read(std::size_t from, std::size_t to) {
    Piece piece{.text = {}, .begin = base_ + from, .end = base_ + to};
    for (std::size_t i = from; i < to; ++i) {
      if (raw_[i] == '\\')
        escaped(piece, i++, to);
      else if (masks_ && raw_[i] == '^')
        anchor(piece, i, from, to);
      else
        plain(piece, raw_[i]);
    }
    return piece;
  }

 private:
  void escaped(Piece& piece, std::size_t at, std::size_t to) const {
    if (at + 1 >= to || kEscaped.find(raw_[at + 1]) == std::string_view::npos)
      fail({Diagnostic::wrong_escape, std::string(raw_.substr(at + 1, 1)),
            "a backslash stands before \\ \" * ? ^ only; write it twice to search for it",
            "a backslash stands before a character that needs none"},
           query_, base_ + at);
    const char c = raw_[at + 1];
    piece.escaped_mask = piece.escaped_mask || c == '*' || c == '?';
    piece.text += c;
  }

  void anchor(Piece& piece, std::size_t at, std::size_t from, std::size_t to) const {
    if (at != from && at + 1 != to)
      fail({Diagnostic::anchor_position, "^",
            "write \\^ to search for the character; an anchor stands at the end of a word",
            "'^' within a word"},
           query_, base_ + at);
    (at == from ? piece.anchored_begin : piece.anchored_end) = true;
  }

  void plain(Piece& piece, char c) const {
    piece.masked = piece.masked || (masks_ && (c == '*' || c == '?'));
    piece.text += c;
  }

  std::string_view raw_;
  std::size_t base_;
  bool masks_;
  std::string_view query_;
};

}  // namespace

std::vector<Piece> pieces_of(const Token& term, bool masks, std::string_view query) {
  const std::string_view raw = term.text;
  const std::size_t base = term.begin + (term.kind == Token::Kind::quoted ? 1 : 0);
  PieceReader reader(raw, base, masks, query);
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < raw.size();) {
    while (at < raw.size() && is_blank(raw[at])) ++at;
    const std::size_t from = at;
    while (at < raw.size() && !is_blank(raw[at])) ++at;
    if (at > from) pieces.push_back(reader.read(from, at));
  }
  return pieces;
}

}  // namespace undex::cql
