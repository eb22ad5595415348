#pragma once
// Figures in a running text: where they stand, and what was refused and why.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/figure.h"

namespace undex {

/// Bytes begin..end of a text, with the rule that speaks for them and, when refused, the reason.
struct FigureMatch {
  std::size_t begin = 0;  ///< of the number as printed: "1.3 million", "10 to 15", "24-hour-a-day"
  std::size_t end = 0;
  Figure figure;
  std::string rule;  ///< "digits", "words", "compound", "frequency", "fraction", "hours"
};
struct RefusedFigure {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string rule;    ///< "label", "year", "one", ...
  std::string reason;  ///< in words
};

/// What is known of the text before it is read.
struct FigureContext {
  struct Taken {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view rule;  ///< "citation", "name": no figure in it
  };
  std::span<const Taken> taken;
  std::string_view document_date;  ///< ISO, may be empty
};

/// Quantities of a running English text, in order; ordinals, labels, dates and the numbers of names
/// are refused, each with a reason when `refused` is given. Fractions are rounded to three places.
/// Linear in the text. Thread-safe.
std::vector<FigureMatch> find_figures(std::string_view text, const FigureContext& context = {},
                                      std::vector<RefusedFigure>* refused = nullptr);

}  // namespace undex
