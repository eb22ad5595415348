#pragma once
// Relations of CQL and their modifiers: which we have, and what they do.
#include <string_view>
#include <vector>

#include "searcher/query/cql/clause.h"

namespace undex::cql {

enum class Relation {
  equal,      ///< "=", scr: the words side by side; the value of a field
  exact,      ///< "==", exact: these words and no variant of them
  not_equal,  ///< "<>"
  less,
  less_equal,
  greater,
  greater_equal,
  adjacent,  ///< adj
  all,
  any,
  within,  ///< "2002 2009"
};

struct RelationOf {
  Relation relation = Relation::equal;
  bool stem = false;    ///< asked for; single words have it anyway
  bool fuzzy = false;   ///< one edit away
  bool string = false;  ///< the term as it stands, no variant of it
  bool masks = true;    ///< '*', '?' and '^' have their meaning
};

/// Throws CqlError (19, 20, 21) for what we do not have.
RelationOf relation_of(const Clause& clause, const std::vector<Prefix>& prefixes,
                       std::string_view query);

/// < <= > >=
bool is_comparison(Relation relation);

}  // namespace undex::cql
