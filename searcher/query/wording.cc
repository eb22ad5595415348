#include "searcher/query/wording.h"

#include <algorithm>
#include <utility>

#include "corpus/language.h"
#include "corpus/text.h"
#include "schemas/terms.h"
#include "schemas/text_words.h"

namespace undex::query {
namespace {

constexpr std::string_view kConceptPrefix = "XC:";
constexpr std::string_view kSymbolPrefix = "XSYM:";

/// What stands at one word position of the query.
struct Slot {
  std::vector<TextTerm> words;  ///< narrowest first: the word, then joined forms that begin here
  std::vector<TextTerm> stems;
};

std::vector<Slot> slots_of(std::string_view text) {
  std::vector<Slot> slots;
  for (TextTerm& term : text_words(text, {})) {
    if (term.kind != TextTerm::Kind::word && term.kind != TextTerm::Kind::stem) continue;
    if (slots.size() < term.position) slots.resize(term.position);
    Slot& slot = slots[term.position - 1];
    (term.kind == TextTerm::Kind::word ? slot.words : slot.stems).push_back(std::move(term));
  }
  std::erase_if(slots, [](const Slot& slot) { return slot.words.empty(); });
  for (Slot& slot : slots) {
    const auto narrower = [](const TextTerm& a, const TextTerm& b) { return a.end < b.end; };
    std::stable_sort(slot.words.begin(), slot.words.end(), narrower);
    std::stable_sort(slot.stems.begin(), slot.stems.end(), narrower);
  }
  return slots;
}

void add(std::vector<std::string>& list, const std::string& term) {
  if (std::find(list.begin(), list.end(), term) == list.end()) list.push_back(term);
}

/// What covers the whole text at its first slot: the word or its stem.
void add_slot(Wording& out, const Slot& slot, std::size_t text_end, bool stemmed) {
  for (const TextTerm& term : stemmed && !slot.stems.empty() ? slot.stems : slot.words)
    if (term.end == text_end) add(out.terms, term.term);
}

/// "e-mail account" typed is also "email account": the joined form in place of its parts.
std::vector<std::string> joined_sequence(const std::vector<Slot>& slots) {
  std::vector<std::string> words;
  std::size_t covered = 0;
  for (const Slot& slot : slots) {
    const TextTerm& widest = slot.words.back();
    if (widest.begin < covered) continue;
    words.push_back(widest.term);
    covered = widest.end;
  }
  return words;
}

void add_words(const Node& node, std::string& text);

struct WordsAdder {
  std::string& text;

  void operator()(const Words& words) const { text += words.text + ' '; }
  void operator()(const ConceptNode& node) const { text += node.text + ' '; }
  void operator()(const NameNode& node) const { text += node.text + ' '; }
  void operator()(const LabelNode& node) const { text += node.text + ' '; }
  template <typename Other>
  void operator()(const Other& node) const {
    if constexpr (requires { node.parts; })
      for (const Node& part : node.parts) add_words(part, text);
    else if constexpr (requires { node.part; })
      for (const Node& part : node.part) add_words(part, text);
  }
};

/// The words of the tree in order, for all operators.
void add_words(const Node& node, std::string& text) { std::visit(WordsAdder{text}, node.value); }

}  // namespace

Wording wording_of(const Words& words) {
  const std::vector<Slot> slots = slots_of(words.text);
  Wording out;
  if (slots.empty()) return out;
  const bool stemmed = !words.quoted && !words.exact;
  const std::size_t text_end = slots.back().words.back().end;
  add_slot(out, slots.front(), text_end, stemmed);
  if (slots.size() == 1) return out;
  std::vector<std::string> parts;
  for (const Slot& slot : slots) parts.push_back(slot.words.front().term);
  out.phrases.push_back(parts);
  std::vector<std::string> joined = joined_sequence(slots);
  if (joined.size() > 1 && joined != parts) out.phrases.push_back(std::move(joined));
  return out;
}

namespace {

/// Whether the text is an acronym that means its concept in capitals only: "IT" is not "it".
bool is_capitals_only(const ConceptNode& node) {
  const std::optional<KnownConcept> known = find_concept(node.id);
  return known && std::any_of(known->variants.begin(), known->variants.end(),
                              [&](const ConceptVariant& variant) {
                                return variant.capitals && variant.text == node.text;
                              });
}

}  // namespace

Wording wording_of(const ConceptNode& node) {
  Wording out;
  if (!is_capitals_only(node)) out = wording_of(Words{node.text, false, false, node.field});
  out.terms.insert(out.terms.begin(), std::string(kConceptPrefix) + node.id);
  out.of_concept = true;
  return out;
}

Wording wording_of(const SymbolNode& node) {
  return {.terms = citing_terms(node.symbol), .phrases = {}};
}

Wording wording_of(const LabelNode::Label& label) {
  Wording out = wording_of(Words{.text = label.text});
  // A word has other meanings in other languages: Spanish "pan" is bread.
  const std::string own = "Z" + std::string(label.language);
  if (!label.language.empty())
    std::erase_if(out.terms, [&](const std::string& term) {
      return term.starts_with('Z') && !term.starts_with(own);
    });
  return out;
}

Wording wording_of(const std::vector<LabelNode::Label>& labels) {
  Wording all;
  for (const LabelNode::Label& label : labels) {
    Wording one = wording_of(label);
    for (const std::string& term : one.terms) add(all.terms, term);
    for (std::vector<std::string>& phrase : one.phrases)
      if (std::find(all.phrases.begin(), all.phrases.end(), phrase) == all.phrases.end())
        all.phrases.push_back(std::move(phrase));
  }
  return all;
}

std::vector<std::string> citing_terms(const Symbol& symbol) {
  std::vector<std::string> terms;
  for (const std::string& part : symbol.parts)
    add(terms, bounded_term(std::string(kSymbolPrefix) + part));
  return terms;
}

bool is_citing(const Field& field) { return field.name == "cites"; }

std::string_view language_of(const Node& tree) {
  std::string text;
  add_words(tree, text);
  return undex::language_of(text, {});
}

bool is_common(const Node& node, std::string_view language) {
  const Words* words = std::get_if<Words>(&node.value);
  return words && !words->quoted && !words->exact && is_stop_word(fold(words->text), language);
}

}  // namespace undex::query
