#include "indexer/understand/understand.h"

#include <algorithm>
#include <iterator>

#include "indexer/understand/references/checks.h"
#include "indexer/understand/steps.h"

namespace undex {

void understand(Document& document, std::vector<RefusedMark>* refused) {
  document.marks = {};
  document.marks.rules = kUnderstandingVersion;
  std::erase_if(document.notices,
                [](const Notice& notice) { return notice.code.starts_with("cites-"); });
  mark_dates(document, refused);
  mark_quotes(document, refused);
  mark_names(document, refused);
  mark_references(document, refused);
  mark_figures(document, refused);
  mark_statuses(document, refused);
  std::ranges::move(check_ages(document), std::back_inserter(document.notices));
}

}  // namespace undex
