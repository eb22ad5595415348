#pragma once
// The clause of a scan, read by the tokens of CQL: an index, "=" and the term at which the list
// begins.
#include <optional>
#include <string>
#include <string_view>

#include "searcher/serve/sru/diagnostics.h"

namespace undex::serve::sru {

struct Clause {
  std::string index;     ///< as typed; cql.serverChoice where there is only a term
  std::string relation;  ///< "=", "==" or "exact"
  std::string term;      ///< without escapes; empty: the beginning of the list
};

/// "dc.date = 2003", "2003", "undex.organ exact \"\"". Nothing, with a diagnostic, for what is no
/// clause or has another relation, or modifiers.
std::optional<Clause> clause_of(std::string_view text, Diagnostics& faults);

}  // namespace undex::serve::sru
