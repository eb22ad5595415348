// The query language of docs/query.md, read by recursive descent over the bytes of the query.
// Nothing is guessed: what cannot be read is an error with its place.
#include <algorithm>
#include <cctype>
#include <utility>

#include "corpus/text.h"
#include "searcher/query/meaning.h"
#include "searcher/query/query.h"
#include "searcher/query/refusals.h"
#include "searcher/query/scan.h"
#include "searcher/query/values.h"
#include "undex/search.h"

namespace undex {
namespace {

using query::is_blank;
using query::is_mark;

bool is_field_char(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) || c == '_' || c == '-';
}

/// Where "1,067" ends, whose commas part thousands and not values; `at` when no such number is
/// here.
std::size_t end_of_thousands(std::string_view query, std::size_t at) {
  const auto digits_at = [&](std::size_t from) {
    std::size_t to = from;
    while (to < query.size() && query[to] >= '0' && query[to] <= '9') ++to;
    return to - from;
  };
  const std::size_t first = digits_at(at);
  if (first < 1 || first > 3) return at;
  std::size_t end = at + first;
  while (end < query.size() && query[end] == ',' && digits_at(end + 1) == 3) end += 4;
  return end == at + first ? at : end;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : query_(text) {}

  Node read() {
    skip_blanks();
    if (done()) return {.value = AllNode{}, .begin = 0, .end = query_.size()};
    Node tree = read_or();
    if (!done())
      fail("a parenthesis is closed that was never opened", "remove it, or open it", at_);
    return tree;
  }

 private:
  [[noreturn]] void fail(const std::string& message, const std::string& advice,
                         std::size_t place) const {
    throw QueryError(message, advice, std::string(query_), place);
  }

  bool done() const { return at_ == query_.size(); }
  char peek() const { return done() ? '\0' : query_[at_]; }
  bool at_operator(std::string_view name) const { return query::is_operator(query_, at_, name); }
  void skip_blanks() {
    while (!done() && is_blank(peek())) ++at_;
  }

  Node read_or() {
    std::vector<Node> parts;
    std::size_t begin = at_;
    for (;;) {
      skip_blanks();
      if (at_operator("OR")) fail_alone("OR", at_, "before");
      parts.push_back(read_and());
      if (!at_operator("OR")) break;
      const std::size_t place = at_;
      at_ += 2;
      skip_blanks();
      if (done() || peek() == ')' || at_operator("AND") || at_operator("OR"))
        fail_alone("OR", place, "after");
    }
    if (parts.size() == 1) return std::move(parts.front());
    return {.value = OrNode{std::move(parts)}, .begin = begin, .end = at_};
  }

  Node read_and() {
    std::vector<Node> parts;
    bool spelled = false;
    const std::size_t begin = at_;
    for (skip_blanks(); !done() && peek() != ')' && !at_operator("OR"); skip_blanks()) {
      if (at_operator("AND")) {
        const std::size_t place = at_;
        if (parts.empty()) fail_alone("AND", place, "before");
        spelled = true;
        at_ += 3;
        skip_blanks();
        if (done() || peek() == ')' || at_operator("AND") || at_operator("OR"))
          fail_alone("AND", place, "after");
      }
      if (std::optional<Node> part = read_not()) parts.push_back(std::move(*part));
    }
    if (parts.empty()) fail("there is nothing to search for here", "type a word", begin);
    if (parts.size() == 1) return std::move(parts.front());
    return {.value = AndNode{std::move(parts), spelled}, .begin = begin, .end = at_};
  }

  [[noreturn]] void fail_alone(const std::string& name, std::size_t place,
                               const std::string& side) const {
    fail("'" + name + "' has nothing " + side + " it",
         "write a word on both sides, or put \"" + name + "\" in quotes to search for the word",
         place);
  }

  std::optional<Node> read_not() {
    const bool minus = peek() == '-' && at_ + 1 < query_.size() && !is_blank(query_[at_ + 1]) &&
                       query_[at_ + 1] != '-';
    if (!minus && !at_operator("NOT")) return read_primary();
    const std::size_t place = at_;
    at_ += minus ? 1 : 3;
    skip_blanks();
    if (done() || peek() == ')' || at_operator("AND") || at_operator("OR"))
      fail_alone(minus ? "-" : "NOT", place, "after");
    enter(place);
    std::optional<Node> part = read_not();
    --depth_;
    if (!part) fail_alone(minus ? "-" : "NOT", place, "after");
    Node node{.value = NotNode{}, .begin = place, .end = at_};
    std::get<NotNode>(node.value).part.push_back(std::move(*part));
    return node;
  }

  void enter(std::size_t place) {
    if (++depth_ > kMaxQueryDepth)
      fail("the query is nested more than " + std::to_string(kMaxQueryDepth) + " deep",
           "use fewer parentheses", place);
  }

  /// Nothing for punctuation that stands alone.
  std::optional<Node> read_primary() {
    const std::size_t place = at_;
    if (peek() == '(') return read_group();
    if (std::optional<Node> symbol = read_symbol()) return symbol;
    if (std::optional<Node> node = read_field()) return node;
    const bool exact = peek() == '=' && at_ + 1 < query_.size() && !is_blank(query_[at_ + 1]);
    if (exact) ++at_;
    const bool quoted = peek() == '"';
    std::string text = quoted ? read_quoted() : read_word();
    if (!quoted) query::refuse_what_is_not_offered(query_, place, text);
    if (words(text).empty()) {
      if (exact || quoted) fail("there is no word in it", "type a word", place);
      return std::nullopt;
    }
    count(place);
    refuse_long_phrase(text, place);
    if (context_)
      return query::value_node(*context_, {std::move(text), place, quoted, exact}, query_);
    return Node{
        .value = Words{std::move(text), quoted, exact, nullptr}, .begin = place, .end = at_};
  }

  /// Also words tied by hyphens and strokes: they are a phrase too.
  void refuse_long_phrase(const std::string& text, std::size_t place) const {
    if (words(text).size() > kMaxPhraseWords)
      fail("a phrase has more than " + std::to_string(kMaxPhraseWords) + " words",
           "ask for a shorter part of it", place);
  }

  void count(std::size_t place) {
    if (++terms_ > kMaxQueryTerms)
      fail("the query has more than 1,024 terms", "ask a shorter question", place);
  }

  Node read_group() {
    const std::size_t open = at_++;
    enter(open);
    skip_blanks();
    if (done()) fail("a parenthesis is not closed", "close it with ')'", open);
    if (peek() == ')') fail("there is nothing in the parentheses", "remove them", open);
    Node node = read_or();
    if (done()) fail("a parenthesis is not closed", "close it with ')'", open);
    ++at_;
    --depth_;
    node.begin = open;
    node.end = at_;
    return node;
  }

  std::string read_quoted() {
    const std::size_t open = at_++;
    const std::size_t close = query_.find('"', at_);
    if (close == std::string_view::npos) fail("a quote is not closed", "close it with '\"'", open);
    std::string text(query_.substr(at_, close - at_));
    at_ = close + 1;
    return text;
  }

  std::string read_word() {
    const std::size_t begin = at_;
    while (!done() && !is_mark(peek())) ++at_;
    return std::string(query_.substr(begin, at_ - begin));
  }

  std::optional<Node> read_symbol() {
    if (context_ && context_->kind != FieldKind::symbol) return std::nullopt;
    const std::size_t place = at_;
    std::optional<query::ScannedSymbol> found = query::scan_symbol(query_, at_);
    if (!found) return std::nullopt;
    count(place);
    at_ = found->end;
    // A comma that led to no pinpoint, a bare stop.
    if (!done() && std::string_view(",;.?").find(peek()) != std::string_view::npos && !context_)
      ++at_;
    else if (!done() && (peek() == '#' || peek() == ':'))
      fail("'" + printable(rest_of_word()) + "' is no place in a document",
           "write a paragraph as #18 or #18(g)", at_ + 1);
    Node node{.value = AllNode{}, .begin = place, .end = at_};
    if (context_)
      node.value = ValueNode{context_, found->node.symbol.text()};
    else
      node.value = std::move(found->node);
    return node;
  }

  std::string rest_of_word() const {
    std::size_t end = at_ + 1;
    while (end < query_.size() && !is_blank(query_[end])) ++end;
    return std::string(query_.substr(at_ + 1, end - at_ - 1));
  }

  /// "field:" and what follows; nothing when no name and colon stand here.
  std::optional<Node> read_field() {
    std::size_t colon = at_;
    while (colon < query_.size() && is_field_char(query_[colon])) ++colon;
    if (colon == at_ || colon == query_.size() || query_[colon] != ':') return std::nullopt;
    const std::size_t place = at_;
    const std::string name = to_lower(query_.substr(at_, colon - at_));
    const Field* field = find_field(name);
    if (!field) query::fail_unknown_field(query_, place, query_.substr(at_, colon - at_));
    if (context_)
      fail("a field inside the parentheses of field '" + std::string(context_->name) + "'",
           "close the parentheses first", place);
    at_ = colon + 1;
    if (done() || is_blank(peek()) || peek() == ')')
      fail("field '" + name + "' has no value here",
           "write the value right behind the colon, as in " + std::string(field->example), at_);
    context_ = field;
    Node node = peek() == '(' ? read_group() : read_values(*field);
    context_ = nullptr;
    node.begin = place;
    return node;
  }

  /// One value, or several with commas: any of them.
  Node read_values(const Field& field) {
    std::vector<Node> parts;
    const std::size_t begin = at_;
    for (;;) {
      parts.push_back(read_value(field));
      if (peek() != ',' || at_ + 1 >= query_.size() || is_blank(query_[at_ + 1])) break;
      ++at_;
    }
    while (!done() && peek() == ',') ++at_;
    if (parts.size() == 1) return std::move(parts.front());
    return {.value = OrNode{std::move(parts)}, .begin = begin, .end = at_};
  }

  Node read_value(const Field& field) {
    if (field.kind == FieldKind::symbol && peek() != '"')
      if (std::optional<Node> symbol = read_symbol()) return std::move(*symbol);
    const std::size_t place = at_;
    const bool exact = peek() == '=' && field.kind == FieldKind::text;
    if (exact) ++at_;
    const bool quoted = peek() == '"';
    std::string text = quoted ? read_quoted() : read_list_word(field);
    if (!quoted) query::refuse_what_is_not_offered(query_, place, text);
    if (words(text).empty() && text.find("..") == std::string::npos)
      fail("field '" + std::string(field.name) + "' has no value here",
           "write it as in " + std::string(field.example), place);
    count(place);
    return query::value_node(field, {std::move(text), place, quoted, exact}, query_);
  }

  std::string read_list_word(const Field& field) {
    const std::size_t begin = at_;
    if (field.name == kFigureField) at_ = end_of_thousands(query_, at_);
    while (!done() && !is_mark(peek()) && peek() != ',') ++at_;
    return std::string(query_.substr(begin, at_ - begin));
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t terms_ = 0;
  const Field* context_ = nullptr;  ///< inside field:( ... )
};

}  // namespace

Node parse_query(std::string_view query) {
  if (query.size() > kMaxQueryBytes)
    throw QueryError("the query is longer than 4,096 bytes", "ask a shorter question",
                     std::string(query.substr(0, kMaxQueryBytes)), kMaxQueryBytes);
  if (!is_valid_utf8(query)) {
    const std::string repaired = repair_utf8(query);
    const auto [bad, ignored] =
        std::mismatch(query.begin(), query.end(), repaired.begin(), repaired.end());
    throw QueryError("the query is not valid UTF-8", "check the character set of the terminal",
                     std::string(query), static_cast<std::size_t>(bad - query.begin()));
  }
  return Reader(query).read();
}

Node read_query(std::string_view query) { return query::with_meaning(parse_query(query), query); }

}  // namespace undex
