// CQL by its grammar: prefixes, clauses joined by booleans of one rank from left to right, sortBy.
// Chains are joined in a loop; only parentheses and changes of the operator make a tree deeper.
#include <algorithm>
#include <utility>

#include "corpus/text.h"
#include "searcher/query/cql.h"
#include "searcher/query/cql/clause.h"
#include "searcher/query/cql/diagnostics.h"
#include "searcher/query/cql/proximity.h"
#include "searcher/query/cql/sort.h"
#include "searcher/query/scan.h"

namespace undex::cql {
namespace {

/// A tree and how deep it is.
struct Part {
  Node node;
  std::size_t depth = 1;
};

class Reader {
 public:
  explicit Reader(std::string_view query) : query_(query) {}

  CqlQuery read() {
    CqlQuery out;
    if (peek(Place::term).kind == Token::Kind::end)
      out.tree = {.value = AllNode{}, .begin = 0, .end = query_.size()};
    else
      out.tree = read_query().node;
    out.end = at_;
    if (is_word(peek(Place::word), "sortby")) read_sort(out.sort_by);
    const Token rest = peek(Place::word);
    if (rest.kind == Token::Kind::close)
      fail({Diagnostic::parentheses, character_offset(query_, rest.begin), "remove it, or open it",
            "a parenthesis is closed that was never opened"},
           query_, rest.begin);
    if (rest.kind != Token::Kind::end)
      fail_syntax("join the parts by and, or, not or prox; put a term with blanks in quotes",
                  "'" + std::string(rest.text) + "' is not expected here", rest.begin);
    return out;
  }

 private:
  [[noreturn]] void fail_syntax(const std::string& advice, const std::string& message,
                                std::size_t place) const {
    fail({Diagnostic::syntax, printable(message), advice, printable(message)}, query_, place);
  }

  Token peek(Place place) const { return token_at(query_, at_, place); }
  void take(const Token& token) { at_ = token.end; }
  Token next(Place place) {
    const Token token = peek(place);
    take(token);
    return token;
  }

  /// To the end, a closing parenthesis or sortBy.
  Part read_query() {
    const std::size_t known = prefixes_.size();
    while (is_comparison(peek(Place::term), ">")) read_prefix();
    Part tree = read_clause();
    for (Token op = peek(Place::word); is_boolean(op); op = peek(Place::word)) {
      take(op);
      const std::vector<Modifier> modifiers = read_modifiers();
      if (is_word(op, "prox")) {
        const Proximity proximity = proximity_of(modifiers, prefixes_, query_);
        tree = joined_near(std::move(tree), read_clause(), proximity, op);
      } else {
        if (!modifiers.empty())
          fail({Diagnostic::boolean_modifier, std::string(modifiers.front().name.text),
                "only prox takes modifiers"},
               query_, modifiers.front().name.begin);
        tree = joined(std::move(tree), read_clause(), op);
      }
    }
    if (depth_ > 0) prefixes_.resize(known);
    return tree;
  }

  /// > dc = "info:srw/cql-context-set/1/dc-v1.1", or > "..." for indexes without prefix.
  void read_prefix() {
    const std::size_t place = next(Place::term).begin;
    Token name;
    Token uri = next(Place::term);
    if (is_comparison(peek(Place::word), "=")) {
      name = uri;
      next(Place::word);
      uri = next(Place::term);
    }
    if (uri.kind != Token::Kind::quoted && uri.kind != Token::Kind::word)
      fail_syntax("write it as > dc = \"info:srw/cql-context-set/1/dc-v1.1\"",
                  "a prefix has no context set", place);
    const std::string_view set = set_of_uri(uri.text);
    if (set.empty())
      fail({Diagnostic::context_set, std::string(uri.text), "docs/cql.md lists the context sets"},
           query_, uri.begin);
    const Prefix prefix{to_lower(name.text), set, depth_};
    for (const Prefix& other : prefixes_)
      if (other.name == prefix.name && other.depth == depth_ && other.set != set)
        fail({Diagnostic::prefix_twice, prefix.name, "choose another name"}, query_, place);
    prefixes_.push_back(prefix);
  }

  Part read_clause() {
    const Token first = peek(Place::term);
    if (first.kind == Token::Kind::open) return read_group(first);
    Clause clause{.index = {}, .relation = {}, .modifiers = {}, .term = read_term()};
    const Token relation = peek(Place::word);
    if (relation.kind == Token::Kind::comparison ||
        (relation.kind == Token::Kind::word && !is_keyword(relation))) {
      take(relation);
      clause.index = clause.term;
      clause.relation = relation;
      clause.modifiers = read_modifiers();
      clause.term = read_term_behind(relation);
    }
    count_terms(clause);
    return {node_of(clause, prefixes_, query_), 1};
  }

  /// The first word of a clause is no keyword; behind a relation nothing but a term can stand.
  Token read_term() {
    const Token term = peek(Place::term);
    if ((term.kind != Token::Kind::quoted && term.kind != Token::Kind::word) || is_keyword(term))
      fail_syntax("type a word; and, or, not, prox and sortBy are words in quotes only",
                  "a term is missing here", term.begin);
    take(term);
    return term;
  }

  Token read_term_behind(const Token& relation) {
    const Token term = peek(Place::term);
    if (term.kind != Token::Kind::quoted && term.kind != Token::Kind::word)
      fail_syntax("put words that stand side by side in quotes, or 'and' between them",
                  "a term is missing behind '" + std::string(relation.text) + "'", relation.begin);
    take(term);
    return term;
  }

  Part read_group(const Token& open) {
    take(open);
    if (++depth_ > kMaxQueryDepth)
      fail({Diagnostic::parentheses, character_offset(query_, open.begin), "use fewer parentheses",
            "the query is nested more than " + std::to_string(kMaxQueryDepth) + " deep"},
           query_, open.begin);
    Part part = read_query();
    const Token close = peek(Place::word);
    if (close.kind != Token::Kind::close)
      fail({Diagnostic::parentheses, character_offset(query_, open.begin), "close it with ')'",
            "a parenthesis is not closed"},
           query_, open.begin);
    take(close);
    --depth_;
    part.node.begin = open.begin;
    part.node.end = close.end;
    return part;
  }

  std::vector<Modifier> read_modifiers() {
    std::vector<Modifier> modifiers;
    while (peek(Place::word).kind == Token::Kind::slash) {
      const Token slash = next(Place::word);
      Modifier modifier{.name = next(Place::word), .comparison = {}, .value = {}};
      if (modifier.name.kind != Token::Kind::word && modifier.name.kind != Token::Kind::quoted)
        fail_syntax("write a modifier behind it, as in any/fuzzy; put a term with '/' in quotes",
                    "a '/' without a modifier", slash.begin);
      if (peek(Place::word).kind == Token::Kind::comparison) {
        modifier.comparison = next(Place::word);
        modifier.value = next(Place::word);
        if (modifier.value.kind != Token::Kind::word && modifier.value.kind != Token::Kind::quoted)
          fail_syntax("write it as in prox/distance<5", "a modifier has no value",
                      modifier.comparison.begin);
      }
      modifiers.push_back(modifier);
    }
    return modifiers;
  }

  void read_sort(std::vector<CqlSortKey>& keys) {
    const Token keyword = next(Place::word);
    for (Token index = peek(Place::word);
         index.kind == Token::Kind::word || index.kind == Token::Kind::quoted;
         index = peek(Place::word)) {
      take(index);
      if (!keys.empty())
        fail({Diagnostic::too_many_sort_keys, "1", "sort by the first alone",
              "only one index to sort by is offered"},
             query_, index.begin);
      keys.push_back(sort_key(index, read_modifiers(), prefixes_, query_));
    }
    if (keys.empty())
      fail_syntax("write an index behind it, as in sortBy dc.date/descending",
                  "sortBy without an index", keyword.begin);
  }

  Part joined_near(Part left, Part right, const Proximity& proximity, const Token& op) {
    const std::size_t depth = std::max(left.depth, right.depth) + 1;
    refuse_depth(depth, op);
    return {near(std::move(left.node), std::move(right.node), proximity, op, query_), depth};
  }

  /// A chain of one operator is one node.
  Part joined(Part left, Part right, const Token& op) {
    const std::size_t begin = left.node.begin;
    const std::size_t end = right.node.end;
    if (is_word(op, "not")) {
      NotNode negation;
      const std::size_t from = right.node.begin;
      negation.part.push_back(std::move(right.node));
      right = {{.value = std::move(negation), .begin = from, .end = end}, right.depth + 1};
    }
    Part out = is_word(op, "or") ? chained<OrNode>(std::move(left), std::move(right), {})
                                 : chained<AndNode>(std::move(left), std::move(right),
                                                    {.parts = {}, .spelled = true});
    refuse_depth(out.depth, op);
    out.node.begin = begin;
    out.node.end = end;
    return out;
  }

  template <typename Many>
  static Part chained(Part left, Part right, Many many) {
    const std::size_t depth = std::max(left.depth, right.depth + 1);
    if (Many* chain = std::get_if<Many>(&left.node.value)) {
      chain->parts.push_back(std::move(right.node));
      return {std::move(left.node), depth};
    }
    const std::size_t left_depth = left.depth + 1;
    many.parts.push_back(std::move(left.node));
    many.parts.push_back(std::move(right.node));
    return {{.value = std::move(many)}, std::max(left_depth, depth)};
  }

  void refuse_depth(std::size_t depth, const Token& op) const {
    if (depth > kMaxQueryDepth)
      fail({Diagnostic::too_many_booleans, std::to_string(kMaxQueryDepth),
            "put parts joined by the same operator side by side",
            "the operators change more than " + std::to_string(kMaxQueryDepth) + " times"},
           query_, op.begin);
  }

  /// Every word of a term may become one.
  void count_terms(const Clause& clause) {
    const std::string_view text = clause.term.text;
    terms_ += 1 + static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
                return static_cast<unsigned char>(c) <= ' ';
              }));
    if (terms_ > kMaxQueryTerms)
      fail({Diagnostic::too_many_booleans, std::to_string(kMaxQueryTerms), "ask a shorter question",
            "the query has more than 1,024 terms"},
           query_, clause.term.begin);
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;  ///< of parentheses
  std::size_t terms_ = 0;
  std::vector<Prefix> prefixes_;
};

}  // namespace
}  // namespace undex::cql

namespace undex {

CqlQuery parse_cql(std::string_view query) {
  if (query.size() > kMaxQueryBytes)
    cql::fail({cql::Diagnostic::query_too_long, std::to_string(kMaxQueryBytes),
               "ask a shorter question", "the query is longer than 4,096 bytes"},
              query.substr(0, kMaxQueryBytes), kMaxQueryBytes);
  if (!is_valid_utf8(query)) {
    const std::string repaired = repair_utf8(query);
    const auto [bad, ignored] =
        std::mismatch(query.begin(), query.end(), repaired.begin(), repaired.end());
    cql::fail({cql::Diagnostic::syntax, "not valid UTF-8", "check the character set",
               "the query is not valid UTF-8"},
              query, static_cast<std::size_t>(bad - query.begin()));
  }
  return cql::Reader(query::with_plain_blanks(query)).read();
}

}  // namespace undex
