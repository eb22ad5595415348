#include "searcher/query/cql/indexes.h"

#include <algorithm>
#include <array>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "searcher/query/cql.h"
#include "searcher/query/cql/diagnostics.h"

namespace undex {
namespace {

/// Beside the fields of schemas/fields.h, which all are indexes of the set "undex". What several
/// sets call the same thing stands once for each.
constexpr auto kIndexes = std::to_array<CqlIndex>({
    {"cql", "serverChoice", ""},
    {"cql", "anywhere", ""},
    {"cql", "anyIndexes", ""},
    {"cql", "allIndexes", ""},
    {"cql", "keywords", ""},
    {"cql", "allRecords", ""},
    {"dc", "title", "title"},
    {"dc", "creator", "author"},
    {"dc", "subject", "subject"},
    {"dc", "date", "date"},
    {"dc", "type", "kind"},
    {"dc", "format", "format"},
    {"dc", "identifier", "symbol"},
    {"dc", "language", "language"},
    {"dc", "relation", "cites"},
    {"dcterms", "title", "title"},
    {"dcterms", "creator", "author"},
    {"dcterms", "subject", "subject"},
    {"dcterms", "date", "date"},
    {"dcterms", "issued", "date"},
    {"dcterms", "type", "kind"},
    {"dcterms", "identifier", "symbol"},
    {"dcterms", "language", "language"},
    {"dcterms", "references", "cites"},
    {"dcterms", "spatial", "state"},
    {"rec", "id", "symbol"},
    {"rec", "identifier", "symbol"},
    {"rec", "collectionName", "collection"},
    {"bath", "corporateName", "entity"},
    {"bath", "geographicName", "state"},
    {"bath", "topicalSubject", "subject"},
    {"bath", "genreForm", "kind"},
    {"bib", "nameCorporate", "entity"},
    {"bib", "subjectPlace", "state"},
    {"bib", "dateIssued", "date"},
    {"bib", "genre", "kind"},
    // The library's records have the symbol in 191, the agenda item in 991.
    {"marc", "191", "symbol"},
    {"marc", "191$a", "symbol"},
    {"marc", "245", "title"},
    {"marc", "245$a", "title"},
    {"marc", "269", "date"},
    {"marc", "269$a", "date"},
    {"marc", "650", "subject"},
    {"marc", "650$a", "subject"},
});

}  // namespace

const std::vector<CqlIndex>& cql_indexes() {
  static const std::vector<CqlIndex> indexes = [] {
    std::vector<CqlIndex> all;
    for (const Field& field : fields()) all.push_back({"undex", field.name, field.name});
    all.insert(all.end(), kIndexes.begin(), kIndexes.end());
    return all;
  }();
  return indexes;
}

}  // namespace undex

namespace undex::cql {
namespace {

using Set = CqlSet;
/// From the Library of Congress's list of context sets and the pages of the sets; older names of
/// one set too. The first row of a set is the name to give.
constexpr auto kSets = std::to_array<Set>({
    {"undex", "urn:x-undex:cql-context-set:1"},
    {"cql", "info:srw/cql-context-set/1/cql-v1.2"},
    {"cql", "info:srw/cql-context-set/1/cql-v1.1"},
    {"cql", "http://www.loc.gov/zing/cql/context-sets/cql/v1.1/"},
    {"dc", "info:srw/cql-context-set/1/dc-v1.1"},
    {"dc", "info:srw/context-sets/1/dc-v1.1"},
    {"dc", "http://www.loc.gov/zing/cql/dc-indexes/v1.0/"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"rec", "info:srw/cql-context-set/2/rec-1.1"},
    {"rec", "info:srw/cql-context-set/2/rec-1.0"},
    {"bath", "http://zing.z3950.org/cql/bath/2.0/"},
    {"bib", "info:srw/cql-context-set/1/bib-v1"},
    {"marc", "info:srw/cql-context-set/1/marc-v1.0"},
    {"rel", "info:srw/cql-context-set/2/relevance-1.0"},
    {"sort", "info:srw/cql-context-set/1/sort-v1.0"},
});

constexpr std::string_view kServersOwn = "*";  ///< an index without prefix: any set that has it

/// Names of indexes are ASCII and compared without case.
bool is_name(std::string_view name, std::string_view lower) {
  return std::equal(name.begin(), name.end(), lower.begin(), lower.end(), [](char one, char other) {
    return (is_upper(one) ? static_cast<char>(one - 'A' + 'a') : one) == other;
  });
}

/// The set that a prefix stands for here; empty for none.
std::string_view set_of_prefix(const std::string& prefix, const std::vector<Prefix>& prefixes) {
  for (auto one = prefixes.rbegin(); one != prefixes.rend(); ++one)
    if (one->name == prefix) return one->set;
  if (prefix.empty()) return kServersOwn;
  const auto* set =
      std::find_if(kSets.begin(), kSets.end(), [&](const Set& one) { return one.name == prefix; });
  return set == kSets.end() ? std::string_view() : set->name;
}

struct Name {
  std::string prefix;
  std::string base;
};
/// Cut at the first dot.
Name name_of(std::string_view text) {
  const std::string lower = to_lower(text);
  const std::size_t dot = lower.find('.');
  if (dot == std::string::npos) return {{}, lower};
  return {lower.substr(0, dot), lower.substr(dot + 1)};
}

/// `base` is in lower case.
const CqlIndex* row_of(std::string_view set, std::string_view base) {
  for (const CqlIndex& row : cql_indexes())
    if ((set == row.set || set == kServersOwn) && is_name(row.name, base)) return &row;
  return nullptr;
}

[[noreturn]] void fail_unknown_index(const Token& index, const std::string& base,
                                     std::string_view query) {
  std::string advice = "docs/cql.md lists the indexes";
  const std::vector<std::string_view> near = nearest_fields(base);
  if (!near.empty()) advice = "did you mean '" + std::string(near.front()) + "'? " + advice;
  fail({Diagnostic::index, std::string(index.text), advice}, query, index.begin);
}

}  // namespace

std::string_view set_of_uri(std::string_view uri) {
  const auto* set =
      std::find_if(kSets.begin(), kSets.end(), [&](const Set& one) { return one.uri == uri; });
  return set == kSets.end() ? std::string_view() : set->name;
}

Target target_of(const Token& index, const std::vector<Prefix>& prefixes, std::string_view query) {
  const auto [prefix, base] = name_of(index.text);
  const std::string_view set = set_of_prefix(prefix, prefixes);
  if (set.empty())
    fail({Diagnostic::context_set, prefix,
          "the sets are undex, cql, dc, dcterms, rec, bath, bib and marc; others need no prefix"},
         query, index.begin);
  if ((set == "cql" || set == kServersOwn) && (base == "resultsetid" || base == "resultset"))
    fail({Diagnostic::result_sets, std::string(index.text), "ask the whole question again"}, query,
         index.begin);
  if (const CqlIndex* row = row_of(set, base)) {
    if (row->name == "allRecords") return {Target::Kind::all_records, nullptr};
    return {Target::Kind::text, row->field.empty() ? nullptr : find_field(row->field)};
  }
  fail_unknown_index(index, base, query);
}

std::string bare_name(std::string_view name, std::string_view set,
                      const std::vector<Prefix>& prefixes) {
  const auto [prefix, base] = name_of(name);
  if (prefix.empty() || set_of_prefix(prefix, prefixes) == set) return base;
  return prefix + "." + base;
}

}  // namespace undex::cql

namespace undex {

const CqlIndex* find_cql_index(std::string_view name) {
  const auto [prefix, base] = cql::name_of(name);
  return cql::row_of(cql::set_of_prefix(prefix, {}), base);
}

std::vector<CqlSet> cql_sets() {
  std::vector<CqlSet> sets;
  for (const CqlSet& set : cql::kSets)
    if (sets.empty() || sets.back().name != set.name) sets.push_back(set);
  return sets;
}

}  // namespace undex
