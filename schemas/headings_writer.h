#pragma once
// Writes the labels of a thesaurus for queries (headings.h).
#include <string>
#include <string_view>

#include "corpus/thesaurus.h"

namespace undex {

/// The bytes of headings.bin. `source` is the SHA-256 of the thesaurus as it is kept. What only
/// groups concepts is no heading; a label with a bracket ("DRUMS (CONTAINERS)") is written so in no
/// text, and nobody types one: it has no entry. The same thesaurus gives the same bytes.
std::string write_headings(const Thesaurus& thesaurus, std::string_view source);

}  // namespace undex
