#pragma once
// What in one text may be a name that no table knows yet. Text in, candidates out, linear.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/proposals/discover.h"

namespace undex {

struct NameCandidate {
  std::size_t begin = 0;  ///< UTF-8 bytes
  std::size_t end = 0;
  Proposal::Basis basis = Proposal::Basis::capitals;
  std::string table;  ///< empty: the words do not say
  std::string kind;
};

/// In no special order; one place may be named by two rules.
std::vector<NameCandidate> name_candidates(std::string_view text);

/// "UNBISnet", "e-Meets": a capital inside the word.
bool is_camel_case(std::string_view word);
/// "UNPAN", "UN-I-QUE": capitals alone, three or more, no roman numeral.
bool is_acronym(std::string_view word);

}  // namespace undex
