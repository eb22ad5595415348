#pragma once
// How sure a number is: "approximately", "an estimated", "more than" before it, "or more" after it.
#include <cstddef>

#include "corpus/figure.h"
#include "corpus/figure/tokens.h"

namespace undex {

struct QualifierMatch {
  Qualifier qualifier = Qualifier::exact;
  std::size_t begin = 0;  ///< first token of the qualifier, or of the number
  std::size_t end = 0;    ///< end of the number, with "or more"
};

/// Of the number in tokens begin..end, not looking before token `from`.
QualifierMatch qualifier_of(const FigureText& text, std::size_t from, std::size_t begin,
                            std::size_t end);

}  // namespace undex
