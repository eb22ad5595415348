#pragma once
// Works: a document with its corrigenda, addenda and revisions. They are documents of their own,
// related to it by their symbols.
#include <optional>
#include <string_view>

#include "undex/symbol.h"

namespace undex {

/// The document without Add., Corr., Rev. and Amend.: A/58/568 of A/58/568/Add.1/Corr.1.
Symbol work_of(const Symbol& symbol);

/// What a symbol says of the document it belongs to.
struct WorkRelation {
  std::string_view name;     ///< "corrigendum"
  std::string_view inverse;  ///< "corrects"
  Symbol to;                 ///< A/58/568/Add.1 of A/58/568/Add.1/Corr.1
};
/// Nothing for a symbol that belongs to no other.
std::optional<WorkRelation> work_relation(const Symbol& symbol);

}  // namespace undex
