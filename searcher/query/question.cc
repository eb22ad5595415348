#include "searcher/query/question.h"

#include <algorithm>
#include <utility>

#include "searcher/query/asked_for.h"
#include "searcher/query/meaning.h"
#include "searcher/query/scan.h"
#include "searcher/query/wording.h"

namespace undex::query {
namespace {

/// Typed without quotes, without '=' and without a field.
bool is_bare(const Node& node, std::string_view query) {
  if (quote_at(query, node.begin)) return false;
  if (const Words* words = std::get_if<Words>(&node.value))
    return !words->quoted && !words->exact && !words->field;
  if (const ConceptNode* known = std::get_if<ConceptNode>(&node.value)) return !known->field;
  return std::holds_alternative<NameNode>(node.value) ||
         std::holds_alternative<LabelNode>(node.value);
}

/// Words that ask for something; a name has as many as were typed.
std::size_t asking_words(const Node& part, std::string_view language) {
  const std::vector<Node>* words = typed_words(part);
  const AndNode* typed =
      words && !words->empty() ? std::get_if<AndNode>(&words->front().value) : nullptr;
  if (!typed) return is_common(part, language) ? 0 : 1;
  std::size_t count = 0;
  for (const Node& one : typed->parts) count += asking_words(one, language);
  return count;
}

/// Any of the words of a name or heading answers.
void ask_for_any(Node& part) {
  const auto loosen = [](std::vector<Node>& typed) {
    if (typed.empty()) return;
    AndNode* all = std::get_if<AndNode>(&typed.front().value);
    if (!all) return;
    for (Node& one : all->parts) ask_for_any(one);
    typed.front().value = SomeNode{std::move(all->parts)};
  };
  if (NameNode* name = std::get_if<NameNode>(&part.value)) loosen(name->typed);
  if (LabelNode* label = std::get_if<LabelNode>(&part.value)) loosen(label->typed);
}

/// The bare parts as one question, where the first of them stands; the others as they are.
std::vector<Node> with_bare_parts_joined(std::vector<Node> parts, std::string_view query) {
  std::vector<Node> out;
  std::size_t place = 0;
  SomeNode question;
  for (Node& part : parts) {
    if (!is_bare(part, query)) {
      out.push_back(std::move(part));
      continue;
    }
    ask_for_any(part);
    if (question.parts.empty()) place = out.size();
    question.parts.push_back(std::move(part));
  }
  const std::size_t begin = question.parts.front().begin;
  const std::size_t end = question.parts.back().end;
  out.insert(out.begin() + static_cast<std::ptrdiff_t>(place),
             Node{.value = std::move(question), .begin = begin, .end = end});
  return out;
}

}  // namespace

Node with_question(Node tree, std::string_view query, Match match) {
  AndNode* all = std::get_if<AndNode>(&tree.value);
  if (!all || match == Match::all) return tree;
  for (Node& part : all->parts) part = with_question(std::move(part), query, match);
  if (all->spelled) return tree;
  const std::string_view language = language_of(tree);
  std::size_t words = 0, parts = 0;
  for (const Node& part : all->parts) {
    const std::size_t asking = is_bare(part, query) ? asking_words(part, language) : 0;
    words += asking;
    parts += asking > 0 ? 1 : 0;
  }
  const std::size_t most = match == Match::any ? 1 : kQuestionWords;
  if (words <= most || parts < 2) return tree;  // a name alone is no question
  all->parts = with_bare_parts_joined(std::move(all->parts), query);
  if (all->parts.size() > 1) return tree;
  Node question = std::move(all->parts.front());
  return question;
}

}  // namespace undex::query
