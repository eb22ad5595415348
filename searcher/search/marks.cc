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
      node && query::is_citing(*node->field))
    return {.terms = query::citing_terms(symbol_from_normal_form(node->value)), .phrases = {}};
  return {};
}

/// The end of the phrase that begins at `first` (index in `terms`), 0 when it does not stand there.
std::size_t phrase_end(const std::vector<TextTerm>& terms, std::size_t first,
                       const std::vector<std::string>& phrase) {
  std::size_t at = first;
  std::size_t position = terms[first].position;
  for (std::size_t word = 0; word < phrase.size(); ++word) {
    while (at < terms.size() && terms[at].position < position) ++at;
    std::size_t same = at;
    while (same < terms.size() && terms[same].position == position &&
           (terms[same].kind != TextTerm::Kind::word || terms[same].term != phrase[word]))
      ++same;
    if (same == terms.size() || terms[same].position != position) return 0;
    if (word + 1 == phrase.size()) return terms[same].end;
    position += terms[same].width;  // "email" of "e-mail accounts" goes on behind "mail"
  }
  return 0;
}

/// A hostile paragraph of megabytes must not hold all its terms in memory at once.
constexpr std::size_t kPieceBytes = 64 * 1024;

/// The end of a piece that begins at `from`: a blank where there is one, never inside a character.
std::size_t piece_end(std::string_view text, std::size_t from) {
  if (text.size() - from <= kPieceBytes) return text.size();
  const std::size_t blank = text.rfind(' ', from + kPieceBytes);
  if (blank != std::string_view::npos && blank > from) return blank;
  std::size_t end = from + kPieceBytes;
  while (end > from + 1 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return end;
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
  std::vector<Span> spans;
  if (terms_.empty() && phrases_.empty()) return spans;
  language = block_language(text, language);
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = piece_end(text, from);
    mark_piece(text.substr(from, end - from), language, from, spans);
    from = end;
  }
  return merged(std::move(spans));
}

void Marker::mark_piece(std::string_view text, std::string_view language, std::size_t base,
                        std::vector<Span>& spans) const {
  const std::vector<TextTerm> terms = text_terms(text, language);
  for (std::size_t at = 0; at < terms.size(); ++at) {
    const TextTerm& term = terms[at];
    if (std::binary_search(terms_.begin(), terms_.end(), term.term))
      spans.push_back({base + term.begin, base + term.end});
    if (term.kind != TextTerm::Kind::word) continue;
    for (const std::vector<std::string>& phrase : phrases_)
      if (phrase.front() == term.term)
        if (const std::size_t end = phrase_end(terms, at, phrase))
          spans.push_back({base + term.begin, base + end});
  }
}

}  // namespace undex::search
