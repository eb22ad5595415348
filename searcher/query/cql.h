#pragma once
// CQL 1.2, the query language of SRU (OASIS searchRetrieve part 5, and the Library of Congress's
// pages on CQL), read into the same tree as our own language. Symbols may stand unquoted: a slash
// begins a modifier behind a relation, a boolean or an index to sort by, and belongs to the term
// where a term stands; no legal CQL has one there.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "undex/search.h"

namespace undex {

struct CqlSortKey {
  std::string index;  ///< as typed: "dc.date"
  Order order = Order::relevance;
};
struct CqlQuery {
  Node tree;                        ///< without meaning, as parse_query()
  std::vector<CqlSortKey> sort_by;  ///< in the order asked for
  std::size_t end = 0;              ///< of the text without sortBy
};

/// A mistake in a CQL query, with the number and the details of the SRU diagnostic
/// (info:srw/diagnostic/1/<number>) that a server answers with.
struct CqlError : QueryError {
  CqlError(int diagnostic, std::string details_, const std::string& message, std::string advice,
           std::string query, std::size_t place)
      : QueryError(message, std::move(advice), std::move(query), place),
        number(diagnostic),
        details(std::move(details_)) {}
  int number;
  std::string details;
};

/// Throws CqlError. Limits as parse_query(). Linear in the text. Blanks alone are no CQL; here they
/// ask for every document.
CqlQuery parse_cql(std::string_view query);

/// The indexes of CQL, one row each, for explain: context set, name, our field.
struct CqlIndex {
  std::string_view set;    ///< "dc"
  std::string_view name;   ///< "title"
  std::string_view field;  ///< of schemas/fields.h; empty for the whole text
};
const std::vector<CqlIndex>& cql_indexes();
/// By a name as a query has it: "dc.title", "title"; nullptr if there is none.
const CqlIndex* find_cql_index(std::string_view name);
/// Whether `sortBy` takes the index.
bool sorts(const CqlIndex& index);

struct CqlSet {
  std::string_view name;  ///< "dc"
  std::string_view uri;
};
/// The context sets, each under the first of its URIs.
std::vector<CqlSet> cql_sets();
/// As they are spelled.
std::vector<std::string_view> cql_relations();

}  // namespace undex
