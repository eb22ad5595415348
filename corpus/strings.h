#pragma once
// Small things that several rooms do with strings: cut at a mark, count the edits between two
// words, and find the nearest of some names.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

/// The pieces between the marks, empty ones too; one empty piece for an empty text.
std::vector<std::string_view> split(std::string_view text, char mark);

/// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other
/// (Damerau's distance, optimal string alignment). Takes time and memory by the product of the
/// lengths: for short words.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The name with the fewest edits to `typed`, at most a third of its length; empty if none is that
/// near.
std::string nearest_name(std::string_view typed, const std::vector<std::string_view>& names);

}  // namespace undex
