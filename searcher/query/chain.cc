#include "searcher/query/chain.h"

#include <algorithm>
#include <utility>

namespace undex::query {
namespace {

using Ends = std::vector<std::size_t>;  ///< in order

void put_in_order(Ends& ends) {
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
}

/// Where chains end that go on with the part: of those that end before it the last is the nearest.
Ends gone_on(const Ends& chains, const Occurrences& part, std::size_t distance, const Gap& gap) {
  Ends out;
  for (const Occurrence& next : part) {
    const auto behind = std::lower_bound(chains.begin(), chains.end(), next.begin);
    if (behind != chains.begin() && gap(*(behind - 1), next.begin) <= distance)
      out.push_back(next.end);
  }
  put_in_order(out);
  return out;
}

Ends begun(const Occurrences& part) {
  Ends out;
  for (const Occurrence& first : part) out.push_back(first.end);
  put_in_order(out);
  return out;
}

bool in_order(const std::vector<Occurrences>& parts, std::size_t distance, const Gap& gap) {
  Ends chains = begun(parts.front());
  for (std::size_t part = 1; part < parts.size() && !chains.empty(); ++part)
    chains = gone_on(chains, parts[part], distance, gap);
  return !chains.empty();
}

/// For every set of parts, where chains of just these end.
bool in_any_order(const std::vector<Occurrences>& parts, std::size_t distance, const Gap& gap) {
  std::vector<Ends> chains(std::size_t{1} << parts.size());
  for (std::size_t part = 0; part < parts.size(); ++part)
    chains[std::size_t{1} << part] = begun(parts[part]);
  for (std::size_t set = 1; set < chains.size(); ++set) {
    put_in_order(chains[set]);
    for (std::size_t part = 0; part < parts.size() && !chains[set].empty(); ++part) {
      const std::size_t with = set | std::size_t{1} << part;
      if (with == set) continue;
      const Ends longer = gone_on(chains[set], parts[part], distance, gap);
      chains[with].insert(chains[with].end(), longer.begin(), longer.end());
    }
  }
  return !chains.back().empty();
}

}  // namespace

bool makes_chain(const std::vector<Occurrences>& parts, std::size_t distance, bool ordered,
                 const Gap& gap) {
  if (parts.empty()) return false;
  return ordered ? in_order(parts, distance, gap) : in_any_order(parts, distance, gap);
}

}  // namespace undex::query
