#include "corpus/authority.h"
#include "indexer/understand/steps.h"
#include "indexer/understand/texts.h"

namespace undex {

void mark_names(Document& document, RefusedMarks*) {
  std::vector<NameMark> names;
  for_each_text(
      document, Texts::running_and_cells, [&](const MarkSpan& whole, std::string_view text) {
        for (const NameMatch& match : find_names(text)) {
          MarkSpan span = whole;
          span.begin = match.begin;
          span.end = match.end;
          names.push_back(
              {span, match.name->id, match.name->preferred, match.name->kind, "authority"});
        }
      });
  document.marks.names = std::move(names);
}

}  // namespace undex
