#pragma once
// A query in RPN (types 1 and 101 of Z39.50) as a query in CQL: from there on both are one.
#include <yaz/proto.h>

#include <functional>
#include <string>

namespace undex::z3950 {

/// The query in CQL of a result set. Throws Refusal for one that is not there.
using CqlOfSet = std::function<std::string(const std::string& name)>;

/// Throws Refusal for what is not offered.
std::string cql_of(const Z_RPNQuery& query, const CqlOfSet& of_set);

}  // namespace undex::z3950
