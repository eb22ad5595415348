#pragma once
// A term of RPN with its attributes of the set Bib-1, as the parts of a clause of CQL.
#include <yaz/proto.h>

#include <string>

namespace undex::z3950 {

struct Clause {
  std::string index;     ///< "dc.title"
  std::string relation;  ///< "=", "all", ">="
  std::string term;      ///< in quotes, with escapes
};

/// `attribute_set` is that of attributes without one of their own. Throws Refusal for what is not
/// offered; whether a relation goes with an index is left to CQL.
Clause clause_of(const Z_AttributesPlusTerm& asked, const Odr_oid* attribute_set);

std::string cql_of(const Clause& clause);

}  // namespace undex::z3950
