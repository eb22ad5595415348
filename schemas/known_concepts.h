#pragma once
// The concepts of corpus/data/concepts.tsv, read. Used by what finds them in texts only.
#include <vector>

#include "schemas/terms.h"

namespace undex {

/// In the order of the table.
const std::vector<KnownConcept>& known_concepts();

}  // namespace undex
