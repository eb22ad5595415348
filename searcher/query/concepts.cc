#include "searcher/query/concepts.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "corpus/text.h"
#include "schemas/terms.h"

namespace undex::query {
namespace {

constexpr std::string_view kConceptPrefix = "XC:";

bool may_join(const Node& node) {
  const Words* words = std::get_if<Words>(&node.value);
  return words && !words->quoted && !words->exact && !words->field;
}

/// Chinese is typed without blanks: each of its words is a part, as if blanks stood between them.
std::vector<Node> words_apart(Node node, std::string_view query) {
  std::vector<Node> out;
  const std::string text = std::get<Words>(node.value).text;
  std::size_t from = 0;
  const auto take_to = [&](std::size_t end) {
    const std::string_view part = std::string_view(text).substr(from, end - from);
    if (!part.empty())
      out.push_back({.value = Words{std::string(part), false, false, nullptr},
                     .begin = node.begin + from,
                     .end = node.begin + end});
    from = end;
  };
  if (query.substr(node.begin, node.end - node.begin) == text)
    for (const WordSpan& word : words(text)) {
      if (!word.ideographic) continue;
      take_to(word.begin);
      take_to(word.end);
    }
  if (out.size() + (from < text.size() ? 1 : 0) < 2) return {std::move(node)};
  take_to(text.size());
  return out;
}

/// Nothing but blanks between two nodes: no operator, no parenthesis.
bool stand_side_by_side(const Node& left, const Node& right, std::string_view query) {
  const std::string_view between = query.substr(left.end, right.begin - left.end);
  return std::all_of(between.begin(), between.end(),
                     [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

/// Terms lie in the order of their places in the text.
bool begins_before(const TextTerm& term, std::size_t begin) { return term.begin < begin; }

/// First and last word position of a stretch of the text; first > last when it holds no word.
struct Positions {
  std::size_t first = 1;
  std::size_t last = 0;
};

Positions positions_within(const std::vector<TextTerm>& terms, std::size_t begin, std::size_t end) {
  Positions found;
  auto first = std::lower_bound(terms.begin(), terms.end(), begin, begins_before);
  for (; first != terms.end() && first->begin < end; ++first) {
    const TextTerm& term = *first;
    if (term.kind != TextTerm::Kind::word || term.end > end) continue;
    if (found.first > found.last) found = {term.position, term.position};
    found.first = std::min(found.first, term.position);
    found.last = std::max(found.last, term.position);
  }
  return found;
}

/// The concept that covers exactly these positions, or nullptr.
const TextTerm* concept_over(const std::vector<TextTerm>& terms, const Positions& positions) {
  if (positions.first > positions.last) return nullptr;
  auto term = std::lower_bound(
      terms.begin(), terms.end(), positions.first,
      [](const TextTerm& one, std::size_t position) { return one.position < position; });
  for (; term != terms.end() && term->position == positions.first; ++term)
    if (term->kind == TextTerm::Kind::concept_ &&
        term->position + term->width == positions.last + 1)
      return &*term;
  return nullptr;
}

std::string concept_id(const TextTerm& term) { return term.term.substr(kConceptPrefix.size()); }

/// Whether a word of the index begins before `end` and goes on after `begin`. Only the last term
/// that begins before `end`, and those at its place, can.
bool spans_both(const std::vector<TextTerm>& terms, std::size_t end, std::size_t begin) {
  auto term = std::lower_bound(terms.begin(), terms.end(), end, begins_before);
  const std::size_t place = term == terms.begin() ? 0 : std::prev(term)->position;
  while (term != terms.begin() && std::prev(term)->position == place) {
    --term;
    if (term->kind == TextTerm::Kind::word && term->end > begin) return true;
  }
  return false;
}

/// One number typed in groups ("1 067") is one word of the index: the nodes it spans become one.
std::vector<Node> with_numbers_joined(std::vector<Node> run, std::string_view query,
                                      const std::vector<TextTerm>& terms) {
  const std::size_t base = run.front().begin;
  std::vector<Node> out;
  for (Node& node : run) {
    if (out.empty() || !spans_both(terms, out.back().end - base, node.begin - base)) {
      out.push_back(std::move(node));
      continue;
    }
    Node& last = out.back();
    last.end = node.end;
    last.value =
        Words{std::string(query.substr(last.begin, last.end - last.begin)), false, false, nullptr};
  }
  return out;
}

/// Side by side words run[0..] as one text; the longest concept over whole words at each place.
void join_run(std::vector<Node>& run, std::string_view query, std::vector<Node>& out) {
  const std::size_t base = run.front().begin;
  const std::string_view text = query.substr(base, run.back().end - base);
  const std::vector<TextTerm> terms = text_terms(text, {});
  run = with_numbers_joined(std::move(run), query, terms);
  std::vector<Positions> positions;
  for (const Node& node : run)
    positions.push_back(positions_within(terms, node.begin - base, node.end - base));
  for (std::size_t i = 0; i < run.size();) {
    std::size_t next = i + 1;
    const TextTerm* found = nullptr;
    // No concept has more words than this.
    for (std::size_t last = std::min(run.size(), i + 12); last > i && !found; --last) {
      found = concept_over(terms, {positions[i].first, positions[last - 1].last});
      if (found) next = last;
    }
    if (found) {
      Node node{.value = ConceptNode{}, .begin = run[i].begin, .end = run[next - 1].end};
      node.value =
          ConceptNode{concept_id(*found),
                      std::string(query.substr(node.begin, node.end - node.begin)), nullptr};
      out.push_back(std::move(node));
    } else {
      out.push_back(std::move(run[i]));
    }
    i = next;
  }
  run.clear();
}

}  // namespace

std::vector<Node> with_concepts(std::vector<Node> parts, std::string_view query) {
  std::vector<Node> out;
  std::vector<Node> run;
  for (Node& part : parts) {
    const bool joins = may_join(part);
    if (!run.empty() && (!joins || !stand_side_by_side(run.back(), part, query)))
      join_run(run, query, out);
    if (joins)
      for (Node& word : words_apart(std::move(part), query)) run.push_back(std::move(word));
    else
      out.push_back(with_concept(std::move(part)));
  }
  if (!run.empty()) join_run(run, query, out);
  return out;
}

Node with_concept(Node node) {
  const Words* words = std::get_if<Words>(&node.value);
  if (!words || words->exact) return node;
  const std::vector<TextTerm> terms = text_terms(words->text, {});
  const TextTerm* found = concept_over(terms, positions_within(terms, 0, words->text.size()));
  if (!found) return node;
  node.value = ConceptNode{concept_id(*found), words->text, words->field};
  return node;
}

}  // namespace undex::query
