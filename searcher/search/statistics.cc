#include "searcher/search/statistics.h"

#include <algorithm>
#include <utility>

#include "searcher/query/asked_for.h"
#include "searcher/search/asked.h"
#include "searcher/search/holders.h"
#include "searcher/search/ranking.h"

namespace undex {
namespace {

void add(const SideStatistics& more, SideStatistics& all) {
  all.size += more.size;
  all.words += more.words;
  for (const auto& [term, counts] : more.terms) {
    TermCounts& sum = all.terms[term];
    sum.holders += counts.holders;
    sum.occurrences += counts.occurrences;
  }
}

}  // namespace

void add(const Statistics& more, Statistics& all) {
  add(more.documents, all.documents);
  add(more.paragraphs, all.paragraphs);
  for (const auto& [question, answer] : more.answers) all.answers[question] |= answer;
  for (const auto& [leaf, terms] : more.expansions)
    for (const auto& [term, times] : terms) all.expansions[leaf][term] += times;
}

bool asks_again(const Statistics& all) {
  return std::any_of(all.expansions.begin(), all.expansions.end(),
                     [](const auto& one) { return one.first.starts_with("(like "); });
}

Statistics search::statistics(const Index& index, const Request& request, const Statistics* known,
                              const query::LeftOut& left_out) {
  query::Expansion expansion(index.databases, nullptr, rankings().front().weighting, left_out);
  expansion.find_nothing();
  const Asked asked = read_request(request, expansion, headings(index));
  for (const Node* leaf : query::positive_leaves(asked.tree))  // notes say what is not held
    if (const SymbolNode* node = std::get_if<SymbolNode>(&leaf->value))
      if (!query::is_held(node->symbol, expansion)) (void)count_citing(node->symbol, expansion);
  const query::Census& census = expansion.census();
  for (const query::Side side : {query::Side::documents, query::Side::paragraphs}) {
    (void)census.size(side);
    if (!known) continue;
    for (const auto& [leaf, terms] : known->expansions)
      for (const auto& [term, times] : terms) (void)census.counts(side, term);
  }
  return census.asked();
}

double least_evidence(std::vector<double> of_all_parts) {
  return search::least_evidence(std::move(of_all_parts), search::rankings().front());
}

}  // namespace undex
