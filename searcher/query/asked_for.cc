#include "searcher/query/asked_for.h"

#include <algorithm>
#include <utility>

#include "searcher/query/wording.h"

namespace undex::query {
namespace {

/// The parts of a node that joins others, nullptr for a leaf; a NOT is not looked into.
const std::vector<Node>* parts_of(const Node& node) {
  if (const AndNode* all = std::get_if<AndNode>(&node.value)) return &all->parts;
  if (const OrNode* any = std::get_if<OrNode>(&node.value)) return &any->parts;
  if (const SomeNode* some = std::get_if<SomeNode>(&node.value)) return &some->parts;
  if (const NearNode* near = std::get_if<NearNode>(&node.value)) return &near->parts;
  if (const ParagraphNode* one = std::get_if<ParagraphNode>(&node.value)) return &one->part;
  return nullptr;
}

void collect(const Node& node, std::vector<const Node*>& out) {
  if (const std::vector<Node>* parts = parts_of(node)) {
    for (const Node& part : *parts) collect(part, out);
  } else if (!std::holds_alternative<NotNode>(node.value) &&
             !std::holds_alternative<AllNode>(node.value)) {
    out.push_back(&node);
  }
}

void collect_common(const Node& node, std::string_view language, std::vector<std::string>& out) {
  const std::vector<Node>* typed = typed_words(node);
  const std::vector<Node>* parts = typed ? typed : parts_of(node);
  if (!parts) return;
  if (std::holds_alternative<AndNode>(node.value) || std::holds_alternative<SomeNode>(node.value))
    for (std::string& word : common_words(*parts, language))
      if (std::find(out.begin(), out.end(), word) == out.end()) out.push_back(std::move(word));
  for (const Node& part : *parts) collect_common(part, language, out);
}

struct IsText {
  bool operator()(const Words&) const { return true; }
  bool operator()(const ConceptNode&) const { return true; }
  bool operator()(const NameNode&) const { return true; }
  bool operator()(const LabelNode&) const { return true; }
  bool operator()(const SymbolNode&) const { return true; }
  bool operator()(const LikeNode&) const { return true; }
  bool operator()(const WildcardNode& node) const { return is_text_field(node.field); }
  bool operator()(const FuzzyNode& node) const { return is_text_field(node.field); }
  bool operator()(const SeriesNode& node) const { return !node.field; }
  bool operator()(const ValueNode&) const { return false; }
  bool operator()(const RangeNode&) const { return false; }
  bool operator()(const AllNode&) const { return false; }
  // No leaves.
  bool operator()(const NearNode&) const { return false; }
  bool operator()(const ParagraphNode&) const { return false; }
  bool operator()(const AndNode&) const { return false; }
  bool operator()(const OrNode&) const { return false; }
  bool operator()(const NotNode&) const { return false; }
  bool operator()(const SomeNode&) const { return false; }

  static bool is_text_field(const Field* field) { return !field || field->kind == FieldKind::text; }
};

}  // namespace

std::vector<const Node*> positive_leaves(const Node& tree) {
  std::vector<const Node*> leaves;
  collect(tree, leaves);
  return leaves;
}

const std::vector<Node>* typed_words(const Node& node) {
  if (const NameNode* name = std::get_if<NameNode>(&node.value)) return &name->typed;
  if (const LabelNode* label = std::get_if<LabelNode>(&node.value)) return &label->typed;
  return nullptr;
}

bool is_text(const Node& leaf) { return std::visit(IsText{}, leaf.value); }

bool stands_in_paragraphs(const Node& leaf) {
  const Field* field = std::visit(
      [](const auto& value) -> const Field* {
        if constexpr (requires { value.field; })
          return value.field;
        else
          return nullptr;
      },
      leaf.value);
  return is_text(leaf) || (field && (field->read_marks || is_citing(*field)));
}

bool has_negation(const Node& tree) {
  if (std::holds_alternative<NotNode>(tree.value)) return true;
  const std::vector<Node>* parts = parts_of(tree);
  return parts && std::any_of(parts->begin(), parts->end(), has_negation);
}

std::vector<std::string> common_words(const std::vector<Node>& parts, std::string_view language) {
  std::vector<std::string> common;
  bool others = false;
  for (const Node& part : parts) {
    if (is_common(part, language))
      common.push_back(std::get<Words>(part.value).text);
    else
      others = others || !std::holds_alternative<NotNode>(part.value);
  }
  if (!others) common.clear();
  return common;
}

std::vector<std::string> passed_over(const Node& tree) {
  std::vector<std::string> words;
  collect_common(tree, language_of(tree), words);
  return words;
}

}  // namespace undex::query
