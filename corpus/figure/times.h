#pragma once
// Times in a running English text: days, months, years, ranges of them, and words that lean on the
// document's date.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/figure.h"
#include "corpus/figure/tokens.h"

namespace undex {

struct TimeMatch {
  std::size_t begin = 0;  ///< tokens
  std::size_t end = 0;
  std::string iso{};   ///< "2003-05-28", "2002-06/2003-05", "2008"; empty: no year is given
  bool month = false;  ///< says at least a month
  Period::Kind kind = Period::Kind::span;
  std::size_t printed = 0;  ///< first token with its preposition: "in 2008"
  bool governs = false;     ///< stands as a time of what is said: "in 2008", "last year"
};

/// In the order of the text; none overlaps another. `document_date` (ISO, may be empty) resolves
/// "last year" and ends "since 1999".
std::vector<TimeMatch> find_times(const FigureText& text, std::string_view document_date);

/// A bare number of four digits that can only be a year: 1900 to 2100.
bool looks_like_year(const FigureText& text, std::size_t token);

}  // namespace undex
