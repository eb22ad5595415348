#include "searcher/query/conditions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "searcher/query/refusals.h"
#include "searcher/query/values.h"

namespace undex::query {
namespace {

/// Whether all that the node asks for are values of the field.
struct IsConditionOn {
  const Field& field;

  bool operator()(const Words& node) const { return node.field == &field; }
  bool operator()(const ConceptNode& node) const { return node.field == &field; }
  bool operator()(const ValueNode& node) const { return node.field == &field; }
  bool operator()(const RangeNode& node) const { return node.field == &field; }
  bool operator()(const SeriesNode& node) const { return node.field == &field; }
  bool operator()(const WildcardNode& node) const { return node.field == &field; }
  bool operator()(const FuzzyNode& node) const { return node.field == &field; }
  bool operator()(const AndNode& node) const { return all(node.parts); }
  bool operator()(const OrNode& node) const { return all(node.parts); }
  bool operator()(const NotNode& node) const { return all(node.part); }
  bool operator()(const AllNode&) const { return false; }
  bool operator()(const NameNode&) const { return false; }
  bool operator()(const LabelNode&) const { return false; }
  bool operator()(const SymbolNode&) const { return false; }
  bool operator()(const NearNode&) const { return false; }
  bool operator()(const ParagraphNode&) const { return false; }
  bool operator()(const LikeNode&) const { return false; }
  bool operator()(const SomeNode&) const { return false; }

  bool of(const Node& node) const { return std::visit(*this, node.value); }
  bool all(const std::vector<Node>& nodes) const {
    return std::all_of(nodes.begin(), nodes.end(), [&](const Node& node) { return of(node); });
  }
};

/// As if it were typed behind "field:".
Node value_of(const Field& field, const std::string& value) {
  const std::size_t begin = field.name.size() + 1;
  const TypedValue typed{.text = value,
                         .begin = begin,
                         .end = begin + value.size(),
                         .place = begin,
                         .quoted = field.kind == FieldKind::exact,
                         .comparison = {}};
  const std::string query = std::string(field.name) + ":" + value;
  if (field.kind != FieldKind::text) return value_node(field, typed, query);
  std::optional<Node> words = word_node(&field, typed, query);
  if (!words)
    throw QueryError(std::string(field.name) + ": there is no word in it", "type a word", query,
                     begin);
  return std::move(*words);
}

Node condition(const Filter& filter, std::size_t place) {
  const Field* field = find_field(filter.field);
  if (!field) fail_unknown_field(filter.field, 0, filter.field);
  const auto is_empty = [](const std::string& value) { return value.empty(); };
  if (filter.values.empty() || std::any_of(filter.values.begin(), filter.values.end(), is_empty))
    throw Error(ErrorKind::usage, "the filter on field '" + filter.field + "' has no value",
                "write it as in " + std::string(field->example));
  std::vector<Node> values;
  for (const std::string& value : filter.values) {
    values.push_back(value_of(*field, value));
    values.back().begin = values.back().end = place;
  }
  if (values.size() == 1) return std::move(values.front());
  return {.value = OrNode{std::move(values)}, .begin = place, .end = place};
}

}  // namespace

Node without_conditions_on(Node tree, const Field& field) {
  if (IsConditionOn{field}.of(tree))
    return {.value = AllNode{}, .begin = tree.begin, .end = tree.end};
  AndNode* all = std::get_if<AndNode>(&tree.value);
  if (!all) return tree;
  std::vector<Node> left;
  for (Node& part : all->parts) {
    Node rest = without_conditions_on(std::move(part), field);
    if (!std::holds_alternative<AllNode>(rest.value)) left.push_back(std::move(rest));
  }
  if (left.size() == 1) return std::move(left.front());
  all->parts = std::move(left);
  return tree;
}

Node with_filters(Node tree, std::span<const Filter> filters) {
  if (filters.empty()) return tree;
  const std::size_t end = tree.end;
  AndNode out;
  if (AndNode* all = std::get_if<AndNode>(&tree.value))
    out = std::move(*all);
  else if (!std::holds_alternative<AllNode>(tree.value))
    out.parts.push_back(std::move(tree));
  for (const Filter& filter : filters) out.parts.push_back(condition(filter, end));
  if (out.parts.size() == 1) return std::move(out.parts.front());
  return {.value = std::move(out), .begin = tree.begin, .end = end};
}

}  // namespace undex::query
