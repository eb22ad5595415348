#include "searcher/query/cql/proximity.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "searcher/query/cql/diagnostics.h"

namespace undex::cql {
namespace {

struct UnitRow {
  std::string_view name;
  Proximity::Unit unit;
  std::size_t distance;  ///< when none is asked for
};
constexpr auto kUnits = std::to_array<UnitRow>({
    {"word", Proximity::Unit::word, 1},
    {"sentence", Proximity::Unit::sentence, 0},
    {"paragraph", Proximity::Unit::paragraph, 0},
});
/// Reads the modifiers of one prox.
class Reader {
 public:
  Reader(const std::vector<Prefix>& prefixes, std::string_view query)
      : prefixes_(prefixes), query_(query) {}

  Proximity read(const std::vector<Modifier>& modifiers) {
    for (const Modifier& modifier : modifiers) {
      const std::string name = bare_name(modifier.name.text, "cql", prefixes_);
      if (name == "unit")
        read_unit(modifier);
      else if (name == "distance")
        distance_ = &modifier;
      else if (name == "ordered" || name == "unordered")
        read_order(modifier, name == "ordered");
      else
        fail({Diagnostic::boolean_modifier, std::string(modifier.name.text),
              "prox takes unit, distance, ordered and unordered"},
             query_, modifier.name.begin);
    }
    out_.unit = unit_->unit;
    out_.distance = distance_ ? read_distance() : unit_->distance;
    if (out_.ordered && out_.unit == Proximity::Unit::paragraph)
      fail({Diagnostic::proximity_ordering, "ordered", "leave it out, or ask for unit=sentence"},
           query_, order_place_);
    return out_;
  }

 private:
  void read_unit(const Modifier& modifier) {
    const std::string name = bare_name(modifier.value.text, "cql", prefixes_);
    const auto* row = std::find_if(kUnits.begin(), kUnits.end(),
                                   [&](const UnitRow& one) { return one.name == name; });
    if (row == kUnits.end() || modifier.comparison.text != "=")
      fail({Diagnostic::proximity_unit, std::string(modifier.value.text),
            "write unit=word, unit=sentence or unit=paragraph"},
           query_, modifier.name.begin);
    unit_ = row;
  }

  void read_order(const Modifier& modifier, bool ordered) {
    if (modifier.comparison.kind != Token::Kind::end)
      fail({Diagnostic::proximity_ordering, std::string(modifier.value.text),
            "write /ordered or /unordered, without a value"},
           query_, modifier.name.begin);
    out_.ordered = ordered;
    order_place_ = modifier.name.begin;
  }

  /// "<5", "<=4", and "=" where nothing can be nearer.
  std::size_t read_distance() const {
    const std::string_view comparison = distance_->comparison.text;
    const std::string_view text = distance_->value.text;
    std::size_t value = 0;
    const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || fault != std::errc() || stop != text.data() + text.size())
      fail_distance("write a number, as in distance<5");
    if (comparison != "=" && comparison != "<" && comparison != "<=")
      fail({Diagnostic::proximity_relation, std::string(comparison),
            "only what is near is looked for: write distance<5 or distance<=4"},
           query_, distance_->comparison.begin);
    if (comparison == "<" && value-- == 0) fail_distance("nothing is nearer than that");
    if (value < unit_->distance) fail_distance("two words side by side have distance 1");
    if (comparison == "=" && value != unit_->distance)
      fail_distance("write distance<=" + std::string(text) + ": no exact distance is looked for");
    if (out_.unit == Proximity::Unit::paragraph && value > 0)
      fail_distance("write distance=0: parts are in one paragraph or they are not");
    if (value > kMaxNearWords)
      fail_distance("write at most " + std::to_string(kMaxNearWords) + ", or unit=paragraph");
    return value;
  }

  [[noreturn]] void fail_distance(const std::string& advice) const {
    fail(
        {Diagnostic::proximity_distance, std::string(distance_->value.text), advice}, query_,
        distance_->value.kind == Token::Kind::end ? distance_->name.begin : distance_->value.begin);
  }

  const std::vector<Prefix>& prefixes_;
  std::string_view query_;
  Proximity out_;
  const UnitRow* unit_ = kUnits.data();
  const Modifier* distance_ = nullptr;
  std::size_t order_place_ = 0;
};

/// What the engine has positions of.
bool can_be_near(const Node& node) {
  if (const OrNode* any = std::get_if<OrNode>(&node.value))
    return std::all_of(any->parts.begin(), any->parts.end(), can_be_near);
  if (const Words* words = std::get_if<Words>(&node.value)) return !words->field;
  if (const WildcardNode* masked = std::get_if<WildcardNode>(&node.value)) return !masked->field;
  if (const FuzzyNode* fuzzy = std::get_if<FuzzyNode>(&node.value)) return !fuzzy->field;
  return false;
}

/// What stands in a paragraph, whatever its operators.
bool is_in_text(const Node& node) {
  if (const AndNode* all = std::get_if<AndNode>(&node.value))
    return std::all_of(all->parts.begin(), all->parts.end(), is_in_text);
  if (const OrNode* any = std::get_if<OrNode>(&node.value))
    return std::all_of(any->parts.begin(), any->parts.end(), is_in_text);
  if (const NotNode* negated = std::get_if<NotNode>(&node.value))
    return is_in_text(negated->part.front());
  return can_be_near(node) || std::holds_alternative<NearNode>(node.value) ||
         std::holds_alternative<SymbolNode>(node.value) ||
         std::holds_alternative<SeriesNode>(node.value);
}

void refuse(const Node& part, const Proximity& proximity, const Token& prox,
            std::string_view query) {
  const bool fits =
      proximity.unit == Proximity::Unit::paragraph ? is_in_text(part) : can_be_near(part);
  if (!fits)
    fail({Diagnostic::proximity, std::string(prox.text),
          "prox stands between words, phrases, and these joined by 'or'",
          "one side of 'prox' has no place in the text"},
         query, part.begin);
}

/// a prox b prox c, made by the same modifiers: one run of neighbours. A phrase word by word is a
/// NearNode too, but for that the words touch.
NearNode* same_run(Node& left, const NearNode& like) {
  NearNode* run = std::get_if<NearNode>(&left.value);
  const bool same = run && run->unit == like.unit && run->distance == like.distance &&
                    run->ordered == like.ordered;
  return same ? run : nullptr;
}

}  // namespace

Proximity proximity_of(const std::vector<Modifier>& modifiers, const std::vector<Prefix>& prefixes,
                       std::string_view query) {
  return Reader(prefixes, query).read(modifiers);
}

Node near(Node left, Node right, const Proximity& proximity, const Token& prox,
          std::string_view query) {
  const std::size_t begin = left.begin;
  const std::size_t end = right.end;
  refuse(right, proximity, prox, query);
  if (proximity.unit == Proximity::Unit::paragraph) {
    refuse(left, proximity, prox, query);
    AndNode both{.parts = {}, .spelled = true};
    both.parts.push_back(std::move(left));
    both.parts.push_back(std::move(right));
    ParagraphNode out;
    out.part.push_back({.value = std::move(both), .begin = begin, .end = end});
    return {.value = std::move(out), .begin = begin, .end = end};
  }
  const bool words = proximity.unit == Proximity::Unit::word;
  NearNode out{.parts = {},
               .distance = words ? proximity.distance - 1 : proximity.distance,
               .ordered = proximity.ordered,
               .unit = words ? NearNode::Unit::word : NearNode::Unit::sentence};
  if (NearNode* run = same_run(left, out)) {
    run->parts.push_back(std::move(right));
    left.end = end;
    return left;
  }
  refuse(left, proximity, prox, query);
  out.parts.push_back(std::move(left));
  out.parts.push_back(std::move(right));
  return {.value = std::move(out), .begin = begin, .end = end};
}

}  // namespace undex::cql
