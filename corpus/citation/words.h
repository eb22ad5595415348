#pragma once
// Resolutions and decisions named in words: "General Assembly resolution 57/295", "its resolutions
// 56/183 and 57/238", "resolution 1723 (2006)". Works on plain text (corpus/symbol_letters.h).
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "undex/symbol.h"

namespace undex {

struct NamedDocument {
  std::size_t begin = 0;  ///< of the number, or of the words before it for the first of a list
  std::size_t end = 0;
  Symbol symbol;
};

/// In order, not overlapping. `organ` as in find_citations.
std::vector<NamedDocument> find_named_documents(std::string_view plain, std::string_view organ);

/// The whole text as one resolution or decision in words; nothing if anything is left over.
std::optional<Symbol> read_named_document(std::string_view plain);

/// The end of " of 20 December 2002", " adopted on ..." at `at`; `at` when there is no date.
std::size_t skip_date_words(std::string_view plain, std::size_t at);

}  // namespace undex
