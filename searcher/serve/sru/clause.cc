#include "searcher/serve/sru/clause.h"

#include "corpus/text.h"
#include "searcher/query/cql/scan.h"

namespace undex::serve::sru {
namespace {

using cql::Place;
using cql::Token;

bool names_relation(const Token& token) {
  return token.kind == Token::Kind::comparison ||
         (token.kind == Token::Kind::word && !cql::is_keyword(token));
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    out += text[at];
  }
  return out;
}

std::optional<Clause> read_clause(std::string_view text, Diagnostics& faults) {
  const auto is_term = [](const Token& token) {
    return token.kind == Token::Kind::quoted || token.kind == Token::Kind::word;
  };
  const Token first = cql::token_at(text, 0, Place::term);
  const Token relation = cql::token_at(text, first.end, Place::word);
  if (is_term(first) && relation.kind == Token::Kind::end)
    return Clause{"cql.serverChoice", "=", unescaped(first.text)};
  const Token term = cql::token_at(text, relation.end, Place::term);
  const Token rest = cql::token_at(text, term.end, Place::word);
  if (!is_term(first) || !names_relation(relation) || !is_term(term) ||
      rest.kind != Token::Kind::end) {
    faults.push_back({10, printable(text), "Query syntax error; scan takes: index relation term"});
    return std::nullopt;
  }
  if (relation.text != "=" && relation.text != "==" && !cql::is_word(relation, "exact")) {
    faults.push_back(diagnostic(Problem::relation, printable(relation.text)));
    return std::nullopt;
  }
  return Clause{std::string(first.text), std::string(relation.text), unescaped(term.text)};
}

}  // namespace

std::optional<Clause> clause_of(std::string_view text, Diagnostics& faults) {
  try {
    return read_clause(text, faults);
  } catch (const QueryError& error) {  // a quote that is not closed
    faults.push_back(diagnostic(error));
    return std::nullopt;
  }
}

}  // namespace undex::serve::sru
