#pragma once
// A number as printed, in digits or in words, with the unit that it says itself: "1,067",
// "1.3 million", "twenty-one", "$2.5 billion", "per cent", "six-day", "10 to 15", "a day and a
// half".
#include <cstddef>
#include <optional>
#include <string>

#include "corpus/figure/tokens.h"

namespace undex {

struct Number {
  std::size_t begin = 0;  ///< tokens, with the sign of a currency and of per cent
  std::size_t end = 0;
  std::string value{};  ///< plain decimal
  std::string upper{};  ///< of a range, or empty
  std::string unit{};   ///< said by the number itself: "dollars", "per cent", "days"; or empty
  bool digits = false;
  bool bare = false;       ///< digits and nothing else: may be a year or a label
  bool compound = false;   ///< "six-day": the unit is part of the word
  bool half_unit = false;  ///< "a day and a half"
};

/// The number that begins at the token; nothing when none does. Looks at a bounded number of
/// tokens.
std::optional<Number> number_at(const FigureText& text, std::size_t token);

/// "1.3" and 6 -> "1300000": moves the decimal point to the right.
std::string scaled(const std::string& decimal, int zeros);
/// "1,067.50" -> "1067.5".
std::string plain_decimal(std::string_view printed);
/// Compares plain decimals of any length.
bool is_less(const std::string& a, const std::string& b);

}  // namespace undex
