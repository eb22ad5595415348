#include <array>

#include "schemas/concept_table.h"
#include "schemas/terms.h"

namespace undex {

std::optional<KnownConcept> find_concept(std::string_view id) {
  std::optional<KnownConcept> known;
  std::array<std::string_view, 6> row;
  for (std::string_view rest = lines_of(concept_variants(), id); take_row(rest, row);) {
    const auto& [own_id, label, language, capitals, wording, text] = row;
    if (!known) known = KnownConcept{.id = own_id, .label = label, .variants = {}};
    known->variants.push_back(
        {.text = text, .language = language, .capitals = !capitals.empty(), .wording = wording});
  }
  return known;
}

}  // namespace undex
