#include "searcher/query/cql/diagnostics.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text.h"
#include "corpus/utf8.h"
#include "searcher/query/cql.h"

namespace undex::cql {
namespace {

struct Row {
  Diagnostic diagnostic;
  std::string_view text;
};
constexpr auto kRows = std::to_array<Row>({
    {Diagnostic::syntax, "Query syntax error"},
    {Diagnostic::query_too_long, "Too many characters in query"},
    {Diagnostic::parentheses, "Invalid or unsupported use of parentheses"},
    {Diagnostic::quotes, "Invalid or unsupported use of quotes"},
    {Diagnostic::context_set, "Unsupported context set"},
    {Diagnostic::index, "Unsupported index"},
    {Diagnostic::relation, "Unsupported relation"},
    {Diagnostic::relation_modifier, "Unsupported relation modifier"},
    {Diagnostic::relation_modifiers_together, "Unsupported combination of relation modifiers"},
    {Diagnostic::relation_and_index, "Unsupported combination of relation and index"},
    {Diagnostic::term_too_long, "Too many characters in term"},
    {Diagnostic::relation_and_term, "Unsupported combination of relation and term"},
    {Diagnostic::wrong_escape, "Non special character escaped in term"},
    {Diagnostic::empty_term, "Empty term unsupported"},
    {Diagnostic::masking, "Masking character not supported"},
    {Diagnostic::masked_word_too_short, "Masked words too short"},
    {Diagnostic::anchoring, "Anchoring character not supported"},
    {Diagnostic::anchor_position, "Anchoring character in unsupported position"},
    {Diagnostic::masking_in_phrase,
     "Combination of proximity/adjacency and masking characters not supported"},
    {Diagnostic::term_format, "Term in invalid format for index or relation"},
    {Diagnostic::too_many_booleans, "Too many boolean operators in query"},
    {Diagnostic::proximity, "Proximity not supported"},
    {Diagnostic::proximity_relation, "Unsupported proximity relation"},
    {Diagnostic::proximity_distance, "Unsupported proximity distance"},
    {Diagnostic::proximity_unit, "Unsupported proximity unit"},
    {Diagnostic::proximity_ordering, "Unsupported proximity ordering"},
    {Diagnostic::prefix_twice, "Prefix assigned to multiple identifiers"},
    {Diagnostic::boolean_modifier, "Unsupported boolean modifier"},
    {Diagnostic::masking_position, "Masking character in unsupported position"},
    {Diagnostic::result_sets, "Result sets not supported"},
    {Diagnostic::sort, "Sort not supported"},
    {Diagnostic::too_many_sort_keys, "Too many sort keys to sort"},
    {Diagnostic::sort_direction, "Unsupported direction value"},
    {Diagnostic::sort_case, "Unsupported case value"},
    {Diagnostic::sort_missing, "Unsupported missing value action"},
});

/// "unsupported index: 'dc.colour'".
std::string message_of(const Fault& fault) {
  if (!fault.message.empty()) return fault.message;
  const std::string_view text = diagnostic_text(static_cast<int>(fault.diagnostic));
  return to_lower(text) + ": '" + printable(fault.details) + "'";
}

}  // namespace

std::string_view diagnostic_text(int number) {
  const auto* row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& one) {
    return static_cast<int>(one.diagnostic) == number;
  });
  return row == kRows.end() ? std::string_view() : row->text;
}

void fail(Fault fault, std::string_view query, std::size_t place) {
  std::string message = message_of(fault);
  throw CqlError(static_cast<int>(fault.diagnostic), std::move(fault.details), message,
                 std::move(fault.advice), std::string(query), place);
}

std::string character_offset(std::string_view query, std::size_t place) {
  return std::to_string(std::count_if(query.begin(),
                                      query.begin() + static_cast<std::ptrdiff_t>(place),
                                      [](char c) { return !is_continuation(c); }));
}

}  // namespace undex::cql
