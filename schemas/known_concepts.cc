#include "schemas/known_concepts.h"

#include <string>
#include <unordered_map>

#include "corpus/data.h"
#include "corpus/language.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "schemas/words.h"

namespace undex {
namespace {

/// At the end of a variant: an acronym that is found in capitals only, and in its language only.
constexpr char kCapitalsOnly = '!';

std::vector<KnownConcept> read_concepts() {
  std::vector<KnownConcept> list;
  std::unordered_map<std::string_view, std::size_t> place;
  for (const auto& row : data_rows("concepts")) {
    place.emplace(row[0], list.size());
    list.push_back({.id = std::string(row[0]), .label = std::string(row[1]), .variants = {}});
    for (const std::string_view variant : split(row[2], '|'))
      list.back().variants.push_back({std::string(variant), kLanguages.front()});
  }
  for (const auto& row : data_rows("concept_names"))
    for (const std::string_view variant : split(row[2], '|'))
      if (const auto found = place.find(row[0]); found != place.end())
        list[found->second].variants.push_back({std::string(variant), row[1]});
  for (KnownConcept& one : list)
    for (ConceptVariant& variant : one.variants) {
      variant.capitals = variant.text.ends_with(kCapitalsOnly);
      if (variant.capitals) variant.text.pop_back();
    }
  return list;
}

}  // namespace

const std::vector<KnownConcept>& known_concepts() {
  static const std::vector<KnownConcept> kConcepts = read_concepts();
  return kConcepts;
}

const KnownConcept* find_concept(std::string_view id) {
  for (const KnownConcept& one : known_concepts())
    if (one.id == id) return &one;
  return nullptr;
}

std::string wording_term(const KnownConcept& known, const ConceptVariant& variant) {
  std::string stems;
  for (const Token& token : tokens(variant.text, variant.language, {})) {
    const WordForm form = word_form(token.raw, variant.language);
    stems += form.stem.empty() ? form.word : form.stem.substr(form.stem.find(':') + 1);
  }
  return bounded_term("XV:" + known.id + ":" + letters_and_digits(stems));
}

}  // namespace undex
