#pragma once
// Quantities that are no plain number before a noun: "once a month", "another year", "two thirds of
// the members", "from 9.30 a.m. to 5.30 p.m.".
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/figure/tokens.h"

namespace undex {

struct SpecialFigure {
  std::size_t begin = 0;  ///< tokens of the quantity
  std::size_t end = 0;
  std::size_t unit_end = 0;  ///< with the words of the unit
  std::string value{};
  std::string upper{};
  std::string unit{};
  std::string_view rule{};  ///< "frequency", "another", "fraction", "hours"
};

/// The one that begins at the token, if any.
std::optional<SpecialFigure> special_figure_at(const FigureText& text, std::size_t token);

}  // namespace undex
