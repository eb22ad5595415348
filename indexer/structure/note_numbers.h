#pragma once
// The number of a note where a converter left it in the running text as a word of its own.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace undex::structure {

/// Takes the first "2" out of "in Tunis, 2 and endorsed" that stands as a marker at `from` or after
/// it, with the blanks before it, and returns where it stood; nothing for numbers that count.
std::optional<std::size_t> take_note_number(std::string& text, std::string_view marker,
                                            std::size_t from);

/// The same for a number glued to the end of a word or to the mark after it: "technologies2 are",
/// "in Tunis,2 and", "a report.1"; nothing for "CO2", "1,069", "3.5", "/item2".
std::optional<std::size_t> take_glued_number(std::string& text, std::string_view marker);

}  // namespace undex::structure
