#pragma once
// May two figures stand side by side in a table or a chart?
#include <string>
#include <string_view>

#include "corpus/figure.h"

namespace undex {

enum class Comparability { comparable, with_care, partly, not_comparable };
std::string_view name_of(Comparability verdict);  ///< "comparable with care"
struct Comparison {
  Comparability verdict = Comparability::comparable;
  std::string reason;  ///< in words; several parted by "; "
};

/// May two figures of one measure stand side by side? `not comparable` when they count different
/// things or the same things of another scope; `partly` when they add up things of which only some
/// are the same; `with care` when one is a bound or an estimate, when their periods are of another
/// kind, or when one counts less of the same.
Comparison compare_figures(const Figure& a, const Figure& b);

/// Whether `part` counts one of the things that `whole` adds up: 345 printers of 1,308 personal
/// computers and printers.
bool counts_part_of(const Figure& part, const Figure& whole);

}  // namespace undex
