#pragma once
// Two paragraphs side by side on a page: what went and what came is marked, and what changed in
// citations, figures and names is said.
#include <string>

#include "searcher/compare/compare.h"
#include "searcher/serve/page/html.h"
#include "searcher/serve/page/texts.h"
#include "searcher/serve/routes.h"

namespace undex::serve {

struct PairView {
  const Call& call;
  const Texts& texts;
  const std::string& before;  ///< names of the documents
  const std::string& after;
  const std::string& language;  ///< of their texts
};

void add_pair(Html& html, const PairView& view, const ParagraphPair& pair);

}  // namespace undex::serve
