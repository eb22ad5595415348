#include "schemas/generate/known_concepts.h"

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

void add_variants(KnownConcept& known, std::string_view cell, std::string_view language) {
  for (std::string_view text : split(cell, '|')) {
    const bool capitals = text.ends_with(kCapitalsOnly);
    if (capitals) text.remove_suffix(1);
    known.variants.push_back({.text = text, .language = language, .capitals = capitals});
  }
}

}  // namespace

std::vector<KnownConcept> read_concepts() {
  std::vector<KnownConcept> list;
  std::unordered_map<std::string_view, std::size_t> place;
  for (const auto& row : data_rows("concepts")) {
    place.emplace(row[0], list.size());
    list.push_back({.id = row[0], .label = row[1], .variants = {}});
    add_variants(list.back(), row[2], kLanguages.front());
  }
  for (const auto& row : data_rows("concept_names"))
    if (const auto found = place.find(row[0]); found != place.end())
      add_variants(list[found->second], row[2], row[1]);
  return list;
}

std::string wording_term(const KnownConcept& known, const ConceptVariant& variant) {
  std::string stems;
  for (const Token& token : tokens(variant.text, variant.language, {})) {
    const WordForm form = word_form(token.raw, variant.language);
    stems += form.stem.empty() ? form.word : form.stem.substr(form.stem.find(':') + 1);
  }
  return bounded_term(wording_prefix(known.id) + letters_and_digits(stems));
}

}  // namespace undex
