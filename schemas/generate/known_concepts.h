#pragma once
// The concepts of corpus/data/concepts.tsv and concept_names.tsv, read for the programs of the
// build; undex has them as tables (schemas/concept_table.h).
#include <string>
#include <vector>

#include "schemas/terms.h"

namespace undex {

/// In the order of the table, without the terms of their wordings.
std::vector<KnownConcept> read_concepts();

/// ConceptVariant::wording
std::string wording_term(const KnownConcept& known, const ConceptVariant& variant);

}  // namespace undex
