#pragma once
// Lines for people: matches in bold, text wrapped to a width, nothing a terminal would obey.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "undex/search.h"

namespace undex::rendering {

std::string bold(std::string_view text, bool color);

/// The text safe for a terminal, its matches in bold or, without colour, between ** and **.
std::string marked(std::string_view text, const std::vector<Span>& matches, bool color);

/// Whether letters of Arabic, Hebrew and the like are in it.
bool is_right_to_left(std::string_view text);

/// `first` stands before the first line, blanks of the same width and `hang` more before the
/// others; words are counted without the escapes of bold(). With `isolated` the words of each line
/// have a direction of their own, so that a terminal leaves what stands before them in its place.
std::string wrapped(std::string_view text, std::string_view first, std::size_t width,
                    std::size_t hang = 0, bool isolated = false);

/// "1 paragraph", "5 paragraphs", "12,345 documents".
std::string counted(std::size_t count, std::string_view what);

/// Columns as wide as their widest cell, two blanks between them; cells at `right` stand right.
std::string table(const std::vector<std::vector<std::string>>& rows,
                  const std::vector<bool>& right = {});

/// Columns a text takes on a terminal, escapes of bold() not counted.
std::size_t columns_of(std::string_view text);

}  // namespace undex::rendering
