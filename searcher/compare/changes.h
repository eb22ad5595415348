#pragma once
// What changed from a paragraph to another: citations, names, figures.
#include "searcher/compare/compare.h"
#include "searcher/compare/paragraphs.h"

namespace undex::comparing {

/// A paragraph and the document it stands in.
struct Compared {
  const Paragraph& paragraph;
  const Document& document;
};

/// Fills the lists of the pair.
void set_changes(ParagraphPair& pair, const Compared& before, const Compared& after);

}  // namespace undex::comparing
