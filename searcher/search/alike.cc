#include "searcher/search/alike.h"

#include <algorithm>
#include <map>

#include "searcher/search/passages.h"

namespace undex::search {

std::size_t blocks_with(const Index& index, const std::string& term) {
  return index.databases.paragraphs.get_termfreq(term);
}

std::vector<Alike> most_alike(const Index& index, const std::vector<WeightedTerm>& terms,
                              std::size_t limit) {
  std::vector<Xapian::Query> parts;
  std::map<std::string, std::size_t, std::less<>> numbers;
  for (std::size_t i = 0; i < terms.size(); ++i)
    if (numbers.emplace(terms[i].term, i).second)
      parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(terms[i].term),
                         terms[i].weight);
  const query::Database& paragraphs = index.databases.paragraphs;
  Xapian::Enquire enquire(paragraphs.engine());
  enquire.set_weighting_scheme(Xapian::CoordWeight());  // every term counts 1, then as scaled
  enquire.set_query(paragraphs.live(
      {Xapian::Query::OP_FILTER, Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end()),
       counted_blocks()}));
  std::vector<Alike> out;
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    Alike one{.paragraph = *hit, .weight = hit.get_weight(), .terms = {}};
    for (auto term = enquire.get_matching_terms_begin(hit);
         term != enquire.get_matching_terms_end(hit); ++term)
      if (const auto number = numbers.find(*term); number != numbers.end())
        one.terms.push_back(number->second);
    std::sort(one.terms.begin(), one.terms.end());
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace undex::search
