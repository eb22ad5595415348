#pragma once
// One search clause of CQL - index, relation with modifiers, term - as a node of our tree.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/cql/indexes.h"
#include "searcher/query/cql/scan.h"
#include "searcher/query/query.h"

namespace undex::cql {

/// "/unit=word".
struct Modifier {
  Token name;
  Token comparison;  ///< of kind end when there is none
  Token value;
};

struct Clause {
  Token index;     ///< of kind end: cql.serverChoice
  Token relation;  ///< of kind end: "="
  std::vector<Modifier> modifiers;
  Token term;
};

/// Throws CqlError. Leaves have the offsets of their words.
Node node_of(const Clause& clause, const std::vector<Prefix>& prefixes, std::string_view query);

}  // namespace undex::cql
