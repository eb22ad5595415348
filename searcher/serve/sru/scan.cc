#include "searcher/serve/sru/scan.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/natural_order.h"
#include "corpus/text.h"
#include "searcher/serve/sru/clause.h"
#include "searcher/serve/sru/terms.h"

namespace undex::serve::sru {
namespace {

constexpr std::string_view kSymbolField = "symbol";

/// A term of the whole list, with what it is ordered by.
struct Listed {
  ScannedTerm term;
  std::string order;
};

/// Texts of one symbol stand side by side in the archive.
std::vector<Listed> symbols(const Call& call) {
  std::vector<Listed> listed;
  for (const ArchiveEntry& entry : call.view.archive->list()) {
    if (listed.empty() || listed.back().term.value != entry.name)
      listed.push_back({{entry.name, entry.name, 0, {}}, entry.name});
    ++listed.back().term.records;
  }
  return listed;
}

std::vector<Listed> values_of(const Call& call, std::string_view field) {
  Request request;
  request.facets = {std::string(field)};
  request.facet_values = 0;
  request.limit = 0;
  request.passages = 0;
  const Result result = call.view.searcher.search(request);
  std::vector<Listed> listed;
  for (const FacetCount& one : terms_of(result.facets.front())) {
    const std::string& label = one.label.empty() ? one.value : one.label;
    listed.push_back({{one.value, label, one.documents, {}}, fold(label)});
  }
  std::ranges::stable_sort(listed, [](const Listed& left, const Listed& right) {
    return natural_compare(left.order, right.order) < 0;
  });
  return listed;
}

/// Where the answer begins: the term asked for, or the next, stands at the place asked for. At 0 it
/// stands before the answer.
std::ptrdiff_t first_shown(const std::vector<Listed>& listed, const std::string& order,
                           std::size_t position) {
  const auto at = std::ranges::partition_point(
      listed, [&](const Listed& one) { return natural_compare(one.order, order) < 0; });
  const bool is_there = at != listed.end() && natural_compare(at->order, order) == 0;
  if (position == 0 && !is_there) position = 1;
  return at - listed.begin() + 1 - static_cast<std::ptrdiff_t>(position);
}

std::string_view where_in(std::size_t at, std::size_t size) {
  if (size == 1) return "only";
  return at == 0 ? "first" : at + 1 == size ? "last" : "inner";
}

}  // namespace

bool scans(const CqlIndex& index) {
  const Field* field = find_field(index.field);
  return field != nullptr && (field->facet || field->name == kSymbolField);
}

std::vector<ScannedTerm> scan(const Call& call, Asked& asked) {
  const std::optional<Clause> clause = clause_of(asked.scan_clause, asked.faults);
  if (!clause) return {};
  const CqlIndex* index = find_cql_index(clause->index);
  if (index == nullptr || !scans(*index)) {
    asked.faults.push_back(diagnostic(Problem::index, printable(clause->index)));
    return {};
  }
  const bool by_symbol = index->field == kSymbolField;
  const std::vector<Listed> listed = by_symbol ? symbols(call) : values_of(call, index->field);
  const std::string order = by_symbol ? clause->term : fold(clause->term);
  const std::ptrdiff_t from = first_shown(listed, order, asked.response_position);
  const std::ptrdiff_t to = from + static_cast<std::ptrdiff_t>(asked.maximum_terms);
  std::vector<ScannedTerm> terms;
  for (std::size_t at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(from, 0));
       at < listed.size() && static_cast<std::ptrdiff_t>(at) < to; ++at) {
    terms.push_back(listed[at].term);
    terms.back().where = where_in(at, listed.size());
  }
  return terms;
}

}  // namespace undex::serve::sru
