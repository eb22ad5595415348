#include "searcher/serve/sru/scan.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/natural_order.h"
#include "corpus/text.h"
#include "searcher/serve/sru/clause.h"
#include "searcher/serve/sru/terms.h"
#include "undex/term_list.h"

namespace undex::serve::sru {
namespace {

constexpr std::string_view kSymbolField = "symbol";
constexpr std::string_view kEveryRecord = "allRecords";

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

std::string_view where_in(bool is_first, bool is_last) {
  if (is_first) return is_last ? "only" : "first";
  return is_last ? "last" : "inner";
}

/// Of a list that is wholly known.
std::vector<ScannedTerm> among(const std::vector<Listed>& listed, const std::string& order,
                               const Asked& asked) {
  const std::ptrdiff_t from = first_shown(listed, order, asked.response_position);
  const std::ptrdiff_t to = from + static_cast<std::ptrdiff_t>(asked.maximum_terms);
  std::vector<ScannedTerm> terms;
  for (std::size_t at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(from, 0));
       at < listed.size() && static_cast<std::ptrdiff_t>(at) < to; ++at) {
    terms.push_back(listed[at].term);
    terms.back().where = where_in(at == 0, at + 1 == listed.size());
  }
  return terms;
}

/// How many texts the clause finds with that term.
std::size_t records_of(const Call& call, const Clause& clause, const std::string& term) {
  Request request;
  request.query = clause.index + " " + clause.relation + " " + in_quotes(term);
  request.syntax = Syntax::cql;
  request.limit = 0;
  request.passages = 0;
  return call.view.searcher.search(request).documents;
}

/// With the term asked for at its place, as first_shown() has it.
TermList listed(const Call& call, const Clause& clause, const CqlIndex& index, const Asked& asked) {
  const bool is_behind = asked.response_position == 0;
  const std::size_t before = is_behind ? 0 : asked.response_position - 1;
  const std::size_t limit = asked.maximum_terms - before + (is_behind ? 1 : 0);
  TermList list = call.view.searcher.terms(
      {.field = std::string(index.field), .from = clause.term, .before = before, .limit = limit});
  if (is_behind && list.has_from) {
    list.values.erase(list.values.begin());
    list.begins = false;
  } else if (is_behind && list.values.size() == limit) {
    list.values.pop_back();
    list.ends = false;
  }
  return list;
}

/// Of words, of which there are too many to know them all.
std::vector<ScannedTerm> from_index(const Call& call, const Clause& clause, const CqlIndex& index,
                                    const Asked& asked) {
  const TermList list = listed(call, clause, index, asked);
  std::vector<ScannedTerm> terms;
  for (const std::string& term : list.values) {
    const bool is_first = list.begins && terms.empty();
    const bool is_last = list.ends && terms.size() + 1 == list.values.size();
    terms.push_back({term, term, records_of(call, clause, term), where_in(is_first, is_last)});
  }
  return terms;
}

}  // namespace

bool scans(const CqlIndex& index) {
  const Field* field = find_field(index.field);
  return index.name != kEveryRecord &&
         (lists_terms(index.field) || (field != nullptr && field->facet));
}

std::vector<ScannedTerm> scan(const Call& call, Asked& asked) {
  const std::optional<Clause> clause = clause_of(asked.scan_clause, asked.faults);
  if (!clause) return {};
  const CqlIndex* index = find_cql_index(clause->index);
  if (index == nullptr || !scans(*index)) {
    asked.faults.push_back(diagnostic(Problem::index, printable(clause->index)));
    return {};
  }
  if (index->field == kSymbolField) return among(symbols(call), clause->term, asked);
  if (lists_terms(index->field)) return from_index(call, *clause, *index, asked);
  return among(values_of(call, index->field), fold(clause->term), asked);
}

}  // namespace undex::serve::sru
