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
  bool of_concept = false;  ///< the first term is a concept, and the others wordings of it
};

Wording wording_of(const Words& words);
Wording wording_of(const ConceptNode& node);
Wording wording_of(const SymbolNode& node);
/// A label in the texts of its language: the forms of one word, several side by side.
Wording wording_of(const LabelNode::Label& label);
/// Any of the labels.
Wording wording_of(const std::vector<LabelNode::Label>& labels);

/// The terms by which texts that name the symbol are found.
std::vector<std::string> citing_terms(const Symbol& symbol);

/// The field of what a document cites; in its paragraphs the citations are words of the text.
bool is_citing(const Field& field);

/// The language of a question, told by all its words together: what is a common word in one
/// language is a subject in another ("son", "pays"). Empty where they do not tell: "droits de la
/// femme" has the common words of two.
std::string_view language_of(const Node& tree);

/// Bare words so common in the language, in any for none, that a question holds them without asking
/// for them.
bool is_common(const Node& node, std::string_view language);

}  // namespace undex::query
