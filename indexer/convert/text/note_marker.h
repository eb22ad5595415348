#pragma once
// Is a raised mark the marker of a note, or part of the text (m², 1st, XVIe)?
#include <string_view>

namespace undex {

/// `before` is the text in front of the mark; only its end is looked at. A marker is one to three
/// digits, one to four asterisks or daggers, or one small letter; several parted by commas.
bool is_note_marker(std::string_view before, std::string_view mark);

}  // namespace undex
