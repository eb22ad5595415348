#include "searcher/search/wordings.h"

#include <algorithm>
#include <set>

namespace undex::search {
namespace {

using Xapian::Query;

/// Only paragraphs that count have terms of wordings: without a condition a frequency says all.
std::size_t count(const std::string& term, const Xapian::Database& paragraphs,
                  const Query& fields) {
  const Xapian::doccount all = paragraphs.get_termfreq(term);
  if (all == 0 || fields.get_type() == Query::LEAF_MATCH_ALL) return all;
  Xapian::Enquire enquire(paragraphs);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Query(Query::OP_FILTER, Query(term), fields));
  return enquire.get_mset(0, 1, paragraphs.get_doccount()).get_matches_estimated();
}

}  // namespace

std::vector<std::pair<std::string, std::size_t>> wordings(const KnownConcept& known,
                                                          const Xapian::Database& paragraphs,
                                                          const Query& fields) {
  std::vector<std::pair<std::string, std::size_t>> out;
  std::set<std::string> counted;
  for (const ConceptVariant& variant : known.variants) {
    const std::string term = wording_term(known, variant);
    if (!counted.insert(term).second) continue;
    if (const std::size_t found = count(term, paragraphs, fields))
      out.emplace_back(variant.text, found);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

}  // namespace undex::search
