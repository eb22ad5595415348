#include "tools/z3950/refusal.h"

#include <yaz/srw.h>

#include <algorithm>
#include <iterator>

namespace undex::z3950 {
namespace {

struct Row {
  int sru;
  int bib_1;
};
/// Where YAZ's own table has none or one of another meaning.
constexpr Row kRows[] = {
    {12, YAZ_BIB1_TOO_MANY_CHARS_IN_SEARCH_STATEMENT},  // query too long
    {21, YAZ_BIB1_UNSUPP_ATTRIBUTE_COMBI},              // modifiers of a relation together
    {22, YAZ_BIB1_UNSUPP_ATTRIBUTE_COMBI},              // relation and index
    {24, YAZ_BIB1_ILLEGAL_TERM_VALUE_FOR_ATTRIBUTE},    // relation and term
    {39, YAZ_BIB1_PROX_UNSUPP_WITH_THIS_ATTRIBUTE_COMBI},
    {43, YAZ_BIB1_ORDERED_FLAG_UNSUPP_FOR_PROX},
    {46, YAZ_BIB1_OPERATOR_UNSUPP},              // modifier of a boolean
    {49, YAZ_BIB1_UNSUPP_TRUNCATION_ATTRIBUTE},  // place of a masking character
};

}  // namespace

int bib_1_number(int sru_number) {
  const auto* row = std::ranges::find(kRows, sru_number, &Row::sru);
  return row == std::end(kRows) ? yaz_diag_srw_to_bib1(sru_number) : row->bib_1;
}

}  // namespace undex::z3950
