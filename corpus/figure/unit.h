#pragma once
// What a number counts: the noun phrase after it, its head in the plural, and "per what".
#include <cstddef>
#include <string>

#include "corpus/figure/tokens.h"

namespace undex {

struct UnitPhrase {
  std::size_t begin = 0;   ///< tokens of the phrase; the same when there is none
  std::size_t end = 0;     ///< with "each month"
  std::string text{};      ///< "visits/month"; empty for none
  std::string head{};      ///< last word, in lower case
  bool partitive = false;  ///< "15 of the members"
  bool time = false;       ///< the head is a unit of time
};

/// The phrase that begins at the token. `one`: the number is 1, so the noun may be in the singular.
/// Looks at a bounded number of tokens.
UnitPhrase unit_at(const FigureText& text, std::size_t token, bool one);

/// "each month", "a day", "per mission", "monthly" at the token: "month" and the end; nothing
/// leaves `end` as it is.
std::string per_unit_at(const FigureText& text, std::size_t token, std::size_t& end);

}  // namespace undex
