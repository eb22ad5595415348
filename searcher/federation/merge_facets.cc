// Facets of several archives: values added up, then chosen and put in order as those of one.
#include <algorithm>
#include <map>
#include <utility>

#include "schemas/index_form.h"
#include "searcher/federation/merge.h"
#include "searcher/query/conditions.h"
#include "searcher/search/asked.h"
#include "searcher/search/asked_values.h"
#include "searcher/search/facet_maker.h"
#include "searcher/search/facets.h"

namespace undex::federation {
namespace {

/// Each value once, in the order of a column: a doubtful one behind the other.
std::vector<FacetCount> added_up(std::vector<Facet> facets) {
  std::map<std::pair<std::string, bool>, FacetCount> values;
  for (Facet& facet : facets)
    for (FacetCount& more : facet.values) {
      const auto [at, is_new] = values.try_emplace({more.value, more.doubtful}, more);
      if (is_new) continue;
      FacetCount& all = at->second;
      all.documents += more.documents;
      all.paragraphs += more.paragraphs;
      all.held += more.held;
      all.selected |= more.selected;
    }
  std::vector<std::pair<std::string, FacetCount>> order;
  for (auto& [key, value] : values)
    order.emplace_back(natural_sort_key(key.first), std::move(value));
  std::ranges::stable_sort(order, {}, [](const auto& one) { return std::string_view(one.first); });
  std::vector<FacetCount> out;
  for (auto& [key, value] : order) out.push_back(std::move(value));
  return out;
}

/// A decade is in doubt where every year of it is.
Facet merge_decades(const Field& field, const Request& request, const std::vector<Facet>& facets) {
  Facet all = search::empty_facet(field, request);
  std::map<std::string, FacetCount> decades;
  for (const Facet& facet : facets)
    for (const FacetCount& more : facet.values) {
      const auto [at, is_new] = decades.try_emplace(more.value, more);
      if (is_new) continue;
      at->second.documents += more.documents;
      at->second.paragraphs += more.paragraphs;
      at->second.doubtful &= more.doubtful;
    }
  for (auto& [first_year, decade] : decades) all.values.push_back(std::move(decade));
  all.distinct = all.matching = all.values.size();
  return all;
}

}  // namespace

Facet merge_facets(const Request& request, std::vector<Facet> facets) {
  const Field& field = search::facet_field(facets.front().field);
  if (field.kind == FieldKind::year && request.decades)
    return merge_decades(field, request, facets);
  const std::vector<FacetCount> values = added_up(std::move(facets));
  // Which of them the query names, as far as it says so without a thesaurus; the archives, which
  // have theirs, say it too, but not whether by name or by a range.
  const Node tree = query::with_filters(search::read_typed(request, nullptr), request.filters);
  const search::AskedValues asked(field, tree);
  search::CountedValues counted{
      .counts = {},
      .value = [&](std::uint32_t number) { return values[number]; },
      .asked_by_name =
          [&](std::uint32_t number) {
            const FacetCount& value = values[number];
            return asked.by_name({.value = value.value, .label = value.label}) ||
                   (value.selected && !asked.by_range());
          }};
  for (const FacetCount& value : values)
    counted.counts.push_back({value.documents, value.paragraphs});
  return search::make_facet(field, request, counted);
}

}  // namespace undex::federation
