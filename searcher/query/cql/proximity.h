#pragma once
// prox and its modifiers: two parts that stand near each other.
#include <string_view>
#include <vector>

#include "searcher/query/cql/clause.h"

namespace undex::cql {

struct Proximity {
  enum class Unit { word, sentence, paragraph };
  Unit unit = Unit::word;
  std::size_t distance = 1;  ///< at most; words side by side have 1, one sentence has 0
  bool ordered = false;

  bool operator==(const Proximity&) const = default;
};

/// Throws CqlError (20, 40 to 43, 46).
Proximity proximity_of(const std::vector<Modifier>& modifiers, const std::vector<Prefix>& prefixes,
                       std::string_view query);

/// `left` grows when it was made by the same modifiers. Throws CqlError (39) when a part is none
/// that can be near something. `prox` is where the operator stands.
Node near(Node left, Node right, const Proximity& proximity, const Token& prox,
          std::string_view query);

}  // namespace undex::cql
