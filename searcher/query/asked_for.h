#pragma once
// What a query asks for, whatever its operators: its leaves.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"

namespace undex::query {

/// The nodes that must or may be there, in order, those inside NEAR and para() too; what stands
/// under NOT is left out.
std::vector<const Node*> positive_leaves(const Node& tree);
/// What was typed of a name or a heading: its bare words as one node, or a phrase.
template <typename Named>
Node typed_of(const Named& node) {
  if (!node.typed.empty()) return node.typed.front();
  return {.value = Words{.text = node.text, .quoted = true}};
}
/// The bare words of a name or a heading, as at most one node; nullptr for other nodes.
const std::vector<Node>* typed_words(const Node& node);
/// Whether the node is looked for in the text: words, concepts, symbols; not a field of a document.
bool is_text(const Node& leaf);
/// Whether single paragraphs answer: text, and values that a paragraph has of its own.
bool stands_in_paragraphs(const Node& leaf);
bool has_negation(const Node& tree);

/// The common words of the language among these that are passed over, because others are there.
std::vector<std::string> common_words(const std::vector<Node>& parts, std::string_view language);
/// Words of the query passed over because they are common and others are there.
std::vector<std::string> passed_over(const Node& tree);

}  // namespace undex::query
