#include "corpus/citation.h"
#include "indexer/understand/steps.h"
#include "indexer/understand/texts.h"

namespace undex {

void mark_references(Document& document, RefusedMarks*) {
  const std::string organ = document.masthead.normal(MastheadItem::organ);
  std::vector<Reference> references;
  for_each_text(document, Texts::running_and_cells,
                [&](const MarkSpan& whole, std::string_view text) {
                  if (whole.block == MarkSpan::kReference) return;
                  for (Citation& citation : find_citations(text, organ)) {
                    if (citation.cited.names(document.symbol)) continue;
                    Reference reference;
                    reference.span = whole;
                    reference.span.begin = citation.begin;
                    reference.span.end = citation.end;
                    reference.cited = std::move(citation.cited);
                    reference.pinpoints = std::move(citation.pinpoints);
                    reference.reissue = std::move(citation.reissue);
                    reference.rule = std::move(citation.rule);
                    references.push_back(std::move(reference));
                  }
                });
  document.marks.references = std::move(references);
}

}  // namespace undex
