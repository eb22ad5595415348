#include "searcher/search/marks.h"

#include <algorithm>
#include <utility>

#include "schemas/terms.h"
#include "searcher/query/plan.h"
#include "searcher/query/wording.h"

namespace undex::search {
namespace {

query::Wording wording_of_leaf(const Node& leaf) {
  if (const Words* words = std::get_if<Words>(&leaf.value)) return query::wording_of(*words);
  if (const ConceptNode* node = std::get_if<ConceptNode>(&leaf.value))
    return query::wording_of(*node);
  if (const SymbolNode* node = std::get_if<SymbolNode>(&leaf.value))
    return node->pinpoint ? query::Wording{} : query::wording_of(*node);
  if (const ValueNode* node = std::get_if<ValueNode>(&leaf.value);
      node && node->field->name == "cites")
    return {.terms = query::citing_terms(symbol_from_normal_form(node->value)), .phrases = {}};
  return {};
}

/// The end of the phrase that begins at `first` (index in `terms`), 0 when it does not stand there.
std::size_t phrase_end(const std::vector<TextTerm>& terms, std::size_t first,
                       const std::vector<std::string>& phrase) {
  std::size_t at = first;
  for (std::size_t word = 0; word < phrase.size(); ++word) {
    const std::size_t position = terms[first].position + word;
    while (at < terms.size() && terms[at].position < position) ++at;
    std::size_t same = at;
    while (same < terms.size() && terms[same].position == position &&
           (terms[same].kind != TextTerm::Kind::word || terms[same].term != phrase[word]))
      ++same;
    if (same == terms.size() || terms[same].position != position) return 0;
    if (word + 1 == phrase.size()) return terms[same].end;
  }
  return 0;
}

std::vector<Span> merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  std::vector<Span> out;
  for (const Span& span : spans) {
    if (!out.empty() && span.begin < out.back().end)
      out.back().end = std::max(out.back().end, span.end);
    else
      out.push_back(span);
  }
  return out;
}

}  // namespace

Marker::Marker(const Node& tree) {
  const std::vector<std::string> common = query::passed_over(tree);
  for (const Node* leaf : query::positive_leaves(tree)) {
    const Words* words = std::get_if<Words>(&leaf->value);
    if (words && std::find(common.begin(), common.end(), words->text) != common.end()) continue;
    query::Wording wording = wording_of_leaf(*leaf);
    std::move(wording.terms.begin(), wording.terms.end(), std::back_inserter(terms_));
    std::move(wording.phrases.begin(), wording.phrases.end(), std::back_inserter(phrases_));
  }
  std::sort(terms_.begin(), terms_.end());
}

std::vector<Span> Marker::marks(std::string_view text, std::string_view language) const {
  if (terms_.empty() && phrases_.empty()) return {};
  const std::vector<TextTerm> terms = text_terms(text, language);
  std::vector<Span> spans;
  for (std::size_t at = 0; at < terms.size(); ++at) {
    const TextTerm& term = terms[at];
    if (std::binary_search(terms_.begin(), terms_.end(), term.term))
      spans.push_back({term.begin, term.end});
    if (term.kind != TextTerm::Kind::word) continue;
    for (const std::vector<std::string>& phrase : phrases_)
      if (phrase.front() == term.term)
        if (const std::size_t end = phrase_end(terms, at, phrase))
          spans.push_back({term.begin, end});
  }
  return merged(std::move(spans));
}

}  // namespace undex::search
