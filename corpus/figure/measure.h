#pragma once
// What a figure is of: its time, and its measure in words, both from the sentence it stands in.
#include <cstddef>
#include <span>
#include <string>

#include "corpus/figure.h"
#include "corpus/figure/times.h"
#include "corpus/figure/tokens.h"

namespace undex {

/// A figure found: tokens of its number with the qualifier, and of its sentence.
struct FoundFigure {
  std::size_t begin = 0;
  std::size_t end = 0;
  FigureSentence sentence;
};

/// The nearest time that governs the figure; unstated when none does.
Period period_of(const FigureText& text, const FoundFigure& found, std::span<const TimeMatch> times,
                 std::string_view document_date, const TimeMatch** chosen);

/// Tokens that bound the words of a figure's measure.
struct MeasureBounds {
  std::size_t from = 0;  ///< no word before it
  std::size_t head = 0;  ///< first figure of the clause: figures listed in it share its begin
  std::size_t next = 0;  ///< where the next figure begins
};

/// The clause around the figure without the number itself.
std::string measure_of(const FigureText& text, const FoundFigure& found,
                       const MeasureBounds& bounds, const TimeMatch* time);

/// ", which were upgraded in September 2002", ";": what follows is said of something else.
bool turns_away(const FigureText& text, std::size_t token);

}  // namespace undex
