#include "corpus/ordinal.h"

#include <array>
#include <string>

#include "corpus/ascii.h"
#include "corpus/text.h"

namespace undex {

std::optional<int> ordinal_value(std::string_view word) {
  static constexpr std::array<std::string_view, 20> kOnes{
      "",          "first",     "second",      "third",      "fourth",
      "fifth",     "sixth",     "seventh",     "eighth",     "ninth",
      "tenth",     "eleventh",  "twelfth",     "thirteenth", "fourteenth",
      "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
  static constexpr std::array<std::string_view, 10> kTens{
      "", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"};
  const std::string lower = to_lower(word);
  // "78th"
  std::size_t digits = 0;
  while (digits < lower.size() && is_digit(lower[digits])) ++digits;
  const std::string_view end = std::string_view(lower).substr(digits);
  if (digits > 0 && digits < 4 && (end == "st" || end == "nd" || end == "rd" || end == "th"))
    return std::stoi(lower.substr(0, digits));
  for (std::size_t ones = 1; ones < kOnes.size(); ++ones) {
    if (lower == kOnes[ones]) return static_cast<int>(ones);
  }
  for (std::size_t tens = 2; tens < kTens.size(); ++tens) {
    const std::string stem(kTens[tens]);
    if (lower == stem + "ieth") return static_cast<int>(tens) * 10;
    const std::string front = stem + "y-";
    if (!lower.starts_with(front)) continue;
    for (std::size_t ones = 1; ones < 10; ++ones) {
      if (lower.substr(front.size()) == kOnes[ones])
        return static_cast<int>(tens) * 10 + static_cast<int>(ones);
    }
  }
  return std::nullopt;
}

}  // namespace undex
