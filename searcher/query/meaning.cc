#include "searcher/query/meaning.h"

#include <utility>

#include "searcher/query/concepts.h"
#include "searcher/query/question.h"
#include "searcher/query/readings.h"
#include "searcher/query/wording.h"

namespace undex::query {
namespace {

/// A part of NEAR is a word, a phrase, or any of these: no run of words.
void read_near_part(Node& part, const Vocabulary& vocabulary) {
  if (OrNode* any = std::get_if<OrNode>(&part.value))
    for (Node& one : any->parts) read_near_part(one, vocabulary);
  else
    part = with_concept(std::move(part), vocabulary);
}

Node with_names(Node tree, std::string_view query, const Vocabulary& vocabulary) {
  if (AndNode* all = std::get_if<AndNode>(&tree.value)) {
    std::vector<Node> parts;
    for (Node& part : all->parts)
      parts.push_back(std::holds_alternative<Words>(part.value)
                          ? std::move(part)
                          : with_names(std::move(part), query, vocabulary));
    parts = with_concepts(std::move(parts), query, vocabulary);
    if (parts.size() == 1) return std::move(parts.front());
    all->parts = std::move(parts);
    return tree;
  }
  if (OrNode* any = std::get_if<OrNode>(&tree.value))
    for (Node& part : any->parts) part = with_names(std::move(part), query, vocabulary);
  if (NotNode* negated = std::get_if<NotNode>(&tree.value))
    for (Node& part : negated->part) part = with_names(std::move(part), query, vocabulary);
  if (ParagraphNode* paragraph = std::get_if<ParagraphNode>(&tree.value))
    for (Node& part : paragraph->part) part = with_names(std::move(part), query, vocabulary);
  if (NearNode* near = std::get_if<NearNode>(&tree.value))
    for (Node& part : near->parts) read_near_part(part, vocabulary);
  if (!std::holds_alternative<Words>(tree.value)) return tree;
  const std::size_t begin = tree.begin, end = tree.end;
  std::vector<Node> parts;
  parts.push_back(std::move(tree));
  parts = with_concepts(std::move(parts), query, vocabulary);
  if (parts.size() == 1) return std::move(parts.front());
  return {.value = AndNode{.parts = std::move(parts)}, .begin = begin, .end = end};
}

}  // namespace

Node with_meaning(Node tree, std::string_view query, const MeaningContext& context) {
  const std::string_view language = context.headings ? language_of(tree) : std::string_view();
  const Vocabulary vocabulary{{context.headings, language, context.language}, context.beside};
  return with_readings(
      with_question(with_names(std::move(tree), query, vocabulary), query, context.match));
}

}  // namespace undex::query
