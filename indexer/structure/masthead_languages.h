#pragma once
// Mastheads in French and Spanish: their lines in the English words that the readers know.
#include <string>
#include <string_view>

namespace undex::structure {

/// The line with its masthead words in English ("Point 7 c) de l'ordre du jour provisoire" ->
/// "Item 7 (c) of the provisional agenda"), names and titles as they are; empty for a line that
/// holds none of those words.
std::string masthead_in_english(std::string_view line);

/// "English" for "anglais", "inglés", "ENGLISH"; names that no table knows as they are.
std::string language_in_english(std::string_view name);

}  // namespace undex::structure
