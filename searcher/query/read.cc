// The query language of docs/query.md, read by recursive descent over the bytes of the query.
// Nothing is guessed: what cannot be read is an error with its place.
#include <algorithm>
#include <utility>

#include "corpus/text.h"
#include "searcher/query/blanks.h"
#include "searcher/query/cursor.h"
#include "searcher/query/leaves.h"
#include "searcher/query/meaning.h"
#include "searcher/query/near.h"
#include "searcher/query/query.h"
#include "searcher/query/scan.h"
#include "undex/search.h"

namespace undex {
namespace {

using query::Cursor;

class Reader {
 public:
  explicit Reader(std::string_view text) : at_(text) {}

  Node read() {
    at_.skip_blanks();
    if (at_.done()) return {.value = AllNode{}, .begin = 0, .end = at_.query().size()};
    Node tree = read_or();
    if (!at_.done())
      at_.fail("a parenthesis is closed that was never opened", "remove it, or open it", at_.at());
    return tree;
  }

 private:
  bool at_operator(std::string_view name) const {
    return query::is_operator(at_.query(), at_.at(), name);
  }
  /// Nothing that an operator could join stands here.
  bool at_nothing() const {
    return at_.at_end_of_part() || at_operator("AND") || at_operator("OR") ||
           !query::distance_operator(at_.query(), at_.at()).empty();
  }

  [[noreturn]] void fail_alone(const std::string& name, std::size_t place,
                               const std::string& side) const {
    at_.fail("'" + name + "' has nothing " + side + " it",
             "write a word on both sides, or put \"" + name + "\" in quotes to search for the word",
             place);
  }

  Node read_or() {
    std::vector<Node> parts;
    const std::size_t begin = at_.at();
    for (;;) {
      at_.skip_blanks();
      if (at_operator("OR")) fail_alone("OR", at_.at(), "before");
      parts.push_back(read_and());
      if (!at_operator("OR")) break;
      const std::size_t place = at_.at();
      at_.move_to(place + 2);
      at_.skip_blanks();
      if (at_nothing()) fail_alone("OR", place, "after");
    }
    if (parts.size() == 1) return std::move(parts.front());
    return {.value = OrNode{std::move(parts)}, .begin = begin, .end = at_.at()};
  }

  Node read_and() {
    std::vector<Node> parts;
    bool spelled = false;
    const std::size_t begin = at_.at();
    for (at_.skip_blanks(); !at_.at_end_of_part() && !at_operator("OR"); at_.skip_blanks()) {
      const bool joined = at_operator("AND");
      if (joined) read_and_sign(parts.empty());
      spelled = spelled || joined;
      const std::size_t place = at_.at();
      std::optional<Node> part = read_not();
      if (!part) continue;
      if (!joined && !parts.empty()) refuse_values_side_by_side(*part, place);
      parts.push_back(std::move(*part));
    }
    if (parts.empty()) at_.fail("there is nothing to search for here", "type a word", begin);
    if (parts.size() == 1) return std::move(parts.front());
    return {.value = AndNode{std::move(parts), spelled}, .begin = begin, .end = at_.at()};
  }

  void read_and_sign(bool first) {
    const std::size_t place = at_.at();
    if (first) fail_alone("AND", place, "before");
    at_.move_to(place + 3);
    at_.skip_blanks();
    if (at_nothing()) fail_alone("AND", place, "after");
  }

  /// organ:(General Assembly) would ask for two organs of one document.
  void refuse_values_side_by_side(const Node& part, std::size_t place) const {
    if (!context_ || context_->kind == FieldKind::text ||
        std::holds_alternative<NotNode>(part.value))
      return;
    at_.fail(std::string(context_->name) + ": two values stand side by side",
             "put a value of several words in quotes, or write OR between two values", place);
  }

  bool at_minus() const {
    return at_.peek() == '-' && at_.peek(1) != '\0' && !query::is_blank(at_.peek(1)) &&
           at_.peek(1) != '-';
  }

  std::optional<Node> read_not() {
    const bool minus = at_minus();
    if (!minus && !at_operator("NOT")) return read_near();
    const std::size_t place = at_.at();
    const std::string name = minus ? "-" : "NOT";
    at_.move_to(place + name.size());
    at_.skip_blanks();
    if (at_nothing()) fail_alone(name, place, "after");
    at_.enter(place);
    std::optional<Node> part = read_not();
    at_.leave();
    if (!part) fail_alone(name, place, "after");
    Node node{.value = NotNode{}, .begin = place, .end = at_.at()};
    std::get<NotNode>(node.value).part.push_back(std::move(*part));
    return node;
  }

  /// One part, or a chain of parts that must stand near each other.
  std::optional<Node> read_near() {
    const std::size_t begin = at_.at();
    if (const std::string_view name = query::distance_operator(at_.query(), begin); !name.empty())
      fail_alone(std::string(name), begin, "before");
    std::optional<Node> part = read_primary();
    if (!part) return part;
    query::NearChain chain(at_);
    while (chain.read_sign()) {
      if (at_nothing()) fail_alone(chain.name(), chain.place(), "after");
      if (at_minus() || at_operator("NOT")) chain.refuse_not();
      chain.add(std::move(*part));
      part = read_primary();
      if (!part) fail_alone(chain.name(), chain.place(), "after");
    }
    return chain.close(std::move(*part), begin);
  }

  /// Nothing for punctuation that stands alone.
  std::optional<Node> read_primary() {
    if (at_.peek() == '(') return read_group();
    query::refuse_paragraph_with_blank(at_);
    if (query::at_paragraph(at_)) return read_paragraph();
    if (context_) return read_in_field();
    if (std::optional<Node> symbol = query::read_symbol(at_)) return symbol;
    if (std::optional<Node> like = query::read_like(at_)) return like;
    if (std::optional<Node> node = read_field()) return node;
    return query::read_word(at_, nullptr);
  }

  Node read_group() {
    const std::size_t open = at_.at();
    at_.move_to(open + 1);
    at_.enter(open);
    at_.skip_blanks();
    if (at_.done()) at_.fail("a parenthesis is not closed", "close it with ')'", open);
    if (at_.peek() == ')') at_.fail("there is nothing in the parentheses", "remove them", open);
    Node node = read_or();
    if (at_.done()) at_.fail("a parenthesis is not closed", "close it with ')'", open);
    at_.move_to(at_.at() + 1);
    at_.leave();
    node.begin = open;
    node.end = at_.at();
    return node;
  }

  /// para(...)
  Node read_paragraph() {
    const std::size_t place = at_.at();
    if (context_)
      at_.fail("'para' inside the parentheses of field '" + std::string(context_->name) + "'",
               "close the parentheses first", place);
    if (in_paragraph_)
      at_.fail("'para' stands inside another 'para'",
               "one is enough: all inside it is looked for in one paragraph", place);
    at_.move_to(place + query::kParagraph.size() - 1);
    in_paragraph_ = true;
    Node part = read_group();
    in_paragraph_ = false;
    Node node{.value = ParagraphNode{}, .begin = place, .end = at_.at()};
    std::get<ParagraphNode>(node.value).part.push_back(std::move(part));
    return node;
  }

  /// A field and what is asked of it; nothing when none stands here.
  std::optional<Node> read_field() {
    const std::size_t place = at_.at();
    const std::optional<query::FieldSign> sign = query::read_field_sign(at_);
    if (!sign) return std::nullopt;
    context_ = sign->field;
    Node node = at_.peek() == '(' && sign->comparison.empty() ? read_group()
                                                              : query::read_values(at_, *sign);
    context_ = nullptr;
    node.begin = place;
    return node;
  }

  /// Inside field:( ... ).
  std::optional<Node> read_in_field() {
    query::refuse_field_inside(at_, *context_);
    if (context_->kind == FieldKind::text) return query::read_word(at_, context_);
    return query::read_values(at_, {.field = context_, .comparison = {}});
  }

  Cursor at_;
  const Field* context_ = nullptr;  ///< inside field:( ... )
  bool in_paragraph_ = false;
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
  return Reader(query::with_plain_blanks(query)).read();
}

Node read_query(std::string_view query) { return query::with_meaning(parse_query(query), query); }

}  // namespace undex
