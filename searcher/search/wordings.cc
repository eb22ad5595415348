#include "searcher/search/wordings.h"

#include <algorithm>
#include <set>

#include "searcher/query/docids.h"

namespace undex::search {
namespace {

using Xapian::Query;

/// Only paragraphs that count have terms of wordings: without a condition a frequency says all.
std::size_t count(const std::string& term, const query::Database& paragraphs, const Query& fields,
                  const query::LeftOut& left_out) {
  const query::Side side = query::Side::paragraphs;
  if (fields.get_type() == Query::LEAF_MATCH_ALL)
    return paragraphs.get_termfreq(term) - left_out.counts(side, term, paragraphs).holders;
  const Query there(Query::OP_FILTER, Query(term), fields);
  return left_out.without(query::found_by(there, paragraphs), side).size();
}

/// The wordings of the concept that any paragraph has.
std::set<std::string> terms_of(const KnownConcept& known, const query::Database& paragraphs) {
  const std::string start = wording_prefix(known.id);
  std::set<std::string> terms;
  for (query::TermWalk walk(paragraphs, start); !walk.is_done(); walk.next())
    terms.insert(walk.term());
  return terms;
}

}  // namespace

std::vector<std::pair<std::string, std::size_t>> wordings(const KnownConcept& known,
                                                          const query::Database& paragraphs,
                                                          const Query& fields,
                                                          const query::LeftOut& left_out) {
  std::vector<std::pair<std::string, std::size_t>> out;
  std::set<std::string> held = terms_of(known, paragraphs);
  for (const ConceptVariant& variant : known.variants) {
    if (held.empty()) break;
    const auto term = held.find(std::string(variant.wording));
    if (term == held.end()) continue;
    if (const std::size_t found = count(*term, paragraphs, fields, left_out))
      out.emplace_back(variant.text, found);
    held.erase(term);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

}  // namespace undex::search
