#pragma once
// Where the notes of a paragraph stand, while its text is cut at the ends or gets a mark in front.
#include <cstddef>
#include <string>

#include "indexer/convert/converted_text.h"

namespace undex {

/// Cuts so many bytes and the blanks behind them; the notes keep their places.
void cut_front(ConvertedBlock& block, std::size_t count);
/// No blanks at either end.
void trim(ConvertedBlock& block);
/// A note's mark that stood in front of all words makes the block a note. In a cell of a table,
/// whose strings carry no notes, and before nothing it stays readable in the text.
void lead_with(ConvertedBlock& block, const std::string& marker, bool in_cell);

}  // namespace undex
