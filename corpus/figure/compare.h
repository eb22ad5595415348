#pragma once
// May two figures stand side by side in a table or a chart?
#include <string>
#include <string_view>

#include "corpus/figure.h"

namespace undex {

enum class Comparability { comparable, with_care, not_comparable };
std::string_view name_of(Comparability verdict);  ///< "comparable with care"
struct Comparison {
  Comparability verdict = Comparability::comparable;
  std::string reason;  ///< in words; several parted by "; "
};

/// May two figures of one measure stand side by side? `not comparable` when they count different
/// things or the same things of another scope; `with care` when one is a bound or an estimate, when
/// their periods are of another kind, or when what they count is partly the same.
Comparison compare_figures(const Figure& a, const Figure& b);

}  // namespace undex
