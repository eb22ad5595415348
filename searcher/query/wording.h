#pragma once
// Words of a query as the terms that answer them: one list for the plan, for marking matches in a
// text and for counting what each wording contributes.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"

namespace undex::query {

/// Any one of these answers.
struct Wording {
  std::vector<std::string> terms;                 ///< single terms: stem, word, concept, symbol
  std::vector<std::vector<std::string>> phrases;  ///< words that stand side by side, in order
};

Wording wording_of(const Words& words);
Wording wording_of(const ConceptNode& node);
Wording wording_of(const SymbolNode& node);

/// The terms by which texts that name the symbol are found.
std::vector<std::string> citing_terms(const Symbol& symbol);

/// The field of what a document cites; in its paragraphs the citations are words of the text.
bool is_citing(const Field& field);

/// Words so common that a question holds them without asking for them ("the", "of").
bool is_stop_word(std::string_view text);

}  // namespace undex::query
