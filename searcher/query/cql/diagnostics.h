#pragma once
// The SRU diagnostics that a CQL query can meet. Numbers and texts are those of the list
// info:srw/diagnostic/1 of the Library of Congress (SRU, "Diagnostics List"; the same list is annex
// B of OASIS searchRetrieve part 2). Details are what that list says: the name of the index, the
// number of the character, ...
#include <cstddef>
#include <string>
#include <string_view>

namespace undex::cql {

enum class Diagnostic {
  syntax = 10,
  query_too_long = 12,
  parentheses = 13,
  quotes = 14,
  context_set = 15,
  index = 16,
  relation = 19,
  relation_modifier = 20,
  relation_modifiers_together = 21,
  relation_and_index = 22,
  term_too_long = 23,
  relation_and_term = 24,
  wrong_escape = 26,
  empty_term = 27,
  masking = 28,
  masked_word_too_short = 29,
  anchoring = 31,
  anchor_position = 32,
  masking_in_phrase = 33,
  term_format = 36,
  too_many_booleans = 38,
  proximity = 39,
  proximity_relation = 40,
  proximity_distance = 41,
  proximity_unit = 42,
  proximity_ordering = 43,
  prefix_twice = 45,
  boolean_modifier = 46,
  masking_position = 49,
  result_sets = 50,
  sort = 80,
  too_many_sort_keys = 84,
  sort_direction = 90,
  sort_case = 91,
  sort_missing = 92,
};

/// The text of the list: "Unsupported index"; empty for a number that is not above.
std::string_view diagnostic_text(int number);

/// What is wrong, for SRU and for people.
struct Fault {
  Diagnostic diagnostic;
  std::string details;
  std::string advice;
  std::string message{};  ///< empty: the text of the list and the details
};
/// Throws CqlError.
[[noreturn]] void fail(Fault fault, std::string_view query, std::size_t place);

/// How many characters stand before this byte: what SRU wants to know of parentheses and quotes.
std::string character_offset(std::string_view query, std::size_t place);

}  // namespace undex::cql
