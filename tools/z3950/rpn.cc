#include "tools/z3950/rpn.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "tools/z3950/attributes.h"
#include "tools/z3950/refusal.h"

namespace undex::z3950 {
namespace {

constexpr int kMostDepth = 200;  ///< more than CQL reads

struct Row {
  Odr_int value;
  std::string_view cql;
};
constexpr Row kBooleans[] = {
    {Z_Operator_and, "and"}, {Z_Operator_or, "or"}, {Z_Operator_and_not, "not"}};
constexpr Row kUnits[] = {{Z_ProxUnit_word, "word"},
                          {Z_ProxUnit_sentence, "sentence"},
                          {Z_ProxUnit_paragraph, "paragraph"}};
constexpr Row kComparisons[] = {
    {Z_ProximityOperator_Prox_lessThan, "<"},
    {Z_ProximityOperator_Prox_lessThanOrEqual, "<="},
    {Z_ProximityOperator_Prox_equal, "="},
    {Z_ProximityOperator_Prox_greaterThanOrEqual, ">="},
    {Z_ProximityOperator_Prox_greaterThan, ">"},
    {Z_ProximityOperator_Prox_notEqual, "<>"},
};

std::string meaning_of(std::span<const Row> rows, Odr_int value, int diagnostic) {
  const auto row = std::ranges::find(rows, value, &Row::value);
  if (row == rows.end()) throw Refusal(diagnostic, std::to_string(value));
  return std::string(row->cql);
}

/// "prox/distance<=4/unit=word/ordered". What of it CQL does not offer is refused there.
std::string cql_of(const Z_ProximityOperator& near) {
  if (near.exclusion != nullptr && *near.exclusion) throw Refusal(YAZ_BIB1_OPERATOR_UNSUPP);
  if (near.which != Z_ProximityOperator_known) throw Refusal(YAZ_BIB1_UNSUPP_PROX_UNIT_CODE);
  const std::string unit = meaning_of(kUnits, *near.u.known, YAZ_BIB1_UNSUPP_PROX_UNIT_CODE);
  const std::string comparison =
      meaning_of(kComparisons, *near.relationType, YAZ_BIB1_UNSUPP_PROX_RELATION);
  return "prox/distance" + comparison + std::to_string(*near.distance) + "/unit=" + unit +
         (*near.ordered ? "/ordered" : "");
}

std::string cql_of(const Z_Operator& asked) {
  if (asked.which == Z_Operator_prox) return cql_of(*asked.u.prox);
  return meaning_of(kBooleans, asked.which, YAZ_BIB1_OPERATOR_UNSUPP);
}

std::string cql_of(const Z_Operand& operand, const Odr_oid* set, const CqlOfSet& of_set) {
  if (operand.which == Z_Operand_APT) return cql_of(clause_of(*operand.u.attributesPlusTerm, set));
  if (operand.which == Z_Operand_resultSetId) return '(' + of_set(operand.u.resultSetId) + ')';
  throw Refusal(YAZ_BIB1_TYPE_1_QUERY_RESTRICTION_RESULTATTR_OPERAND_UNSUPP);
}

/// CQL is read from the left, so only what stands on the right needs parentheses.
std::string cql_of(const Z_RPNStructure& part, const Odr_oid* set, const CqlOfSet& of_set,
                   int depth) {
  if (part.which == Z_RPNStructure_simple) return cql_of(*part.u.simple, set, of_set);
  if (depth == kMostDepth) throw Refusal(YAZ_BIB1_TOO_MANY_BOOLEAN_OPERATORS);
  const Z_Complex& both = *part.u.complex;
  const std::string right = cql_of(*both.s2, set, of_set, depth + 1);
  return cql_of(*both.s1, set, of_set, depth + 1) + ' ' + cql_of(*both.roperator) + ' ' +
         (both.s2->which == Z_RPNStructure_complex ? '(' + right + ')' : right);
}

}  // namespace

std::string cql_of(const Z_RPNQuery& query, const CqlOfSet& of_set) {
  return cql_of(*query.RPNStructure, query.attributeSetId, of_set, 0);
}

}  // namespace undex::z3950
