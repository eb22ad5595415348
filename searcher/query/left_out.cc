#include "searcher/query/left_out.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "searcher/query/docids.h"

namespace undex::query {
namespace {

constexpr std::size_t kMostRemembered = 10'000;  // terms

TermCounts counts_in(const Docids& docids, const std::string& term, const Database& database) {
  TermCounts out;
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

}  // namespace

const LeftOut& LeftOut::none() {
  static const LeftOut kNone;
  return kNone;
}

LeftOut::LeftOut(Docids documents, const PlanContext& context) {
  paragraphs_.docids = paragraphs_of(documents, context);
  documents_.docids = std::move(documents);
  for (const Xapian::docid docid : documents_.docids)
    documents_.length += context.documents.engine().get_doclength(docid);
  for (const Xapian::docid docid : paragraphs_.docids)
    paragraphs_.length += context.columns.length_of(docid);
}

TermCounts LeftOut::counts(Side side, const std::string& term, const Database& database) const {
  const OfSide& all = of(side);
  if (all.docids.empty()) return {};
  const auto known = all.counts.find(term);
  if (known != all.counts.end()) return known->second;
  if (all.counts.size() == kMostRemembered) all.counts.clear();
  return all.counts.emplace(term, counts_in(all.docids, term, database)).first->second;
}

Docids LeftOut::without(Docids found, Side side) const {
  if (empty()) return found;
  Docids left;
  std::ranges::set_difference(found, of(side).docids, std::back_inserter(left));
  return left;
}

}  // namespace undex::query
