#include "searcher/query/left_out.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "searcher/query/docids.h"

namespace undex::query {

LeftOut::LeftOut(Docids documents, const PlanContext& context) {
  paragraphs_.docids = paragraphs_of(documents, context);
  documents_.docids = std::move(documents);
  for (const Xapian::docid docid : documents_.docids)
    documents_.length += context.documents.engine().get_doclength(docid);
  for (const Xapian::docid docid : paragraphs_.docids)
    paragraphs_.length += context.columns.length_of(docid);
}

TermCounts LeftOut::counts(Side side, const std::string& term, const Database& database) const {
  TermCounts out;
  const Docids& docids = of(side).docids;
  auto at = database.engine().postlist_begin(term);
  const auto end = database.engine().postlist_end(term);
  for (auto wanted = docids.begin(); at != end && wanted != docids.end();) {
    if (*at < *wanted) {
      at.skip_to(*wanted);
      continue;
    }
    if (*at == *wanted) {
      ++out.holders;
      out.occurrences += at.get_wdf();
    }
    wanted = std::lower_bound(wanted + (*at == *wanted ? 1 : 0), docids.end(), *at);
  }
  return out;
}

Docids LeftOut::without(Docids found, Side side) const {
  if (empty()) return found;
  Docids left;
  std::ranges::set_difference(found, of(side).docids, std::back_inserter(left));
  return left;
}

}  // namespace undex::query
