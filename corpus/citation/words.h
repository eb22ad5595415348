#pragma once
// Resolutions and decisions named in words: "General Assembly resolution 57/295", "its resolutions
// 56/183 and 57/238", "resolution 1723 (2006)". Works on plain text (corpus/symbol_letters.h).
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/citation.h"
#include "undex/symbol.h"

namespace undex {

struct NamedDocument {
  std::size_t begin = 0;  ///< of the number, or of the words before it for the first of a list
  std::size_t end = 0;
  Symbol symbol;
  std::string_view rule;  ///< as in Citation
};

/// In order, not overlapping. `organ` and `refused` as in find_citations, offsets into `plain`.
std::vector<NamedDocument> find_named_documents(std::string_view plain, std::string_view organ,
                                                std::vector<RefusedCitation>* refused = nullptr);

/// The whole text as one resolution or decision in words; nothing if anything is left over.
std::optional<Symbol> read_named_document(std::string_view plain);

}  // namespace undex
