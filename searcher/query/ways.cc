#include "searcher/query/ways.h"

#include <algorithm>
#include <utility>

#include "corpus/authority.h"
#include "corpus/language.h"
#include "corpus/text.h"
#include "schemas/terms.h"
#include "searcher/query/names.h"
#include "searcher/query/wording.h"
#include "undex/search.h"

namespace undex::query {
namespace {

class Writer {
 public:
  explicit Writer(const Expansion& expansion) : expansion_(expansion) {}

  void add(const Node& part) {
    if (const Words* words = std::get_if<Words>(&part.value)) {
      add(*words);
    } else if (const ConceptNode* node = std::get_if<ConceptNode>(&part.value)) {
      add_text(node->text);
      // "it" is another word than "IT".
      if (const std::optional<KnownConcept> known = find_concept(node->id))
        for (const ConceptVariant& variant : known->variants)
          if (!variant.capitals) add_text(variant.text);
      add_names(node->names);
    } else if (const NameNode* name = std::get_if<NameNode>(&part.value)) {
      add_text(name->text);
      add_names(name->values);
    } else if (const LabelNode* label = std::get_if<LabelNode>(&part.value)) {
      add_text(label->text);
      for (const LabelNode::Label& one : label->labels) add_text(one.text);
    } else if (const OrNode* any = std::get_if<OrNode>(&part.value)) {
      for (const Node& one : any->parts) add(one);
    } else if (std::holds_alternative<WildcardNode>(part.value) ||
               std::holds_alternative<FuzzyNode>(part.value)) {
      add_expanded(part);
    } else {
      throw QueryError("only words and phrases, and OR of them, have a distance",
                       "ask for the parts apart, joined by AND, or use para(...)", {}, part.begin);
    }
  }

  std::vector<Way> take() { return std::move(ways_); }

 private:
  void add_text(std::string_view text) { add(Words{.text = std::string(text)}); }

  void add_names(const std::vector<NameNode::Value>& values) {
    for (const NameNode::Value& value : values) {
      const Name* name = find_name(value.id);
      if (!name) continue;
      add(Words{.text = name->preferred, .quoted = true});
      // Places are those of words in any case, and "who" is no health organization.
      for (const std::string& variant : name->variants)
        if (!is_stop_word(fold(variant), {})) add(Words{.text = variant, .quoted = true});
    }
    if (!values.empty()) add(foreign_names(values), false);
  }

  void add(const Words& words) {
    const bool all_forms = !words.quoted && !words.exact;
    add(wording_of(Words{.text = words.text, .quoted = true}), all_forms);
  }

  void add(const Wording& written, bool all_forms) {
    for (const std::string& word : written.terms) add_way({word}, all_forms);
    for (const std::vector<std::string>& phrase : written.phrases) add_way(phrase, all_forms);
  }

  void add_way(const std::vector<std::string>& phrase, bool all_forms) {
    Way way;
    for (const std::string& word : phrase)
      way.push_back(all_forms ? expansion_.forms_of(word) : std::vector<std::string>{word});
    if (std::find(ways_.begin(), ways_.end(), way) == ways_.end()) ways_.push_back(std::move(way));
  }

  void add_expanded(const Node& leaf) {
    const Field* field = field_of(leaf);
    std::vector<std::string> words;
    for (const CountedTerm& term : expansion_.of(leaf))
      words.push_back(term.term.substr(field ? field->prefix.size() : 0));
    if (!words.empty()) ways_.push_back({std::move(words)});
  }

  const Expansion& expansion_;
  std::vector<Way> ways_;
};

}  // namespace

std::vector<Way> ways_of(const Node& part, const Expansion& expansion) {
  Writer writer(expansion);
  writer.add(part);
  return writer.take();
}

std::vector<std::vector<std::string>> with_compounds(const std::vector<std::string>& phrase) {
  constexpr std::size_t kMostWords = 6;
  constexpr std::size_t kMostForms = 8;
  constexpr std::size_t kShortestCompound = 5;
  if (phrase.size() < 3 || phrase.size() > kMostWords) return {phrase};
  std::vector<std::vector<std::string>> forms = {{}};
  for (std::size_t at = 0; at < phrase.size(); ++at) {
    const std::string& word = phrase[at];
    for (std::vector<std::string>& form : forms) form.push_back(word);
    if (at == 0 || at + 1 == phrase.size() || word.size() < kShortestCompound ||
        is_stop_word(word, {}))
      continue;
    for (std::size_t old = forms.size(); old-- > 0 && forms.size() < kMostForms;) {
      forms.push_back(forms[old]);
      forms.back().push_back(word);
    }
  }
  return forms;
}

const Field* field_of(const Node& part) {
  if (const Words* words = std::get_if<Words>(&part.value)) return words->field;
  if (const ConceptNode* node = std::get_if<ConceptNode>(&part.value)) return node->field;
  if (const WildcardNode* node = std::get_if<WildcardNode>(&part.value)) return node->field;
  if (const FuzzyNode* node = std::get_if<FuzzyNode>(&part.value)) return node->field;
  if (const OrNode* any = std::get_if<OrNode>(&part.value))
    return any->parts.empty() ? nullptr : field_of(any->parts.front());
  return nullptr;
}

}  // namespace undex::query
