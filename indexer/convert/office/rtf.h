#pragma once
// What an RTF file itself tells before a program converts it.
#include <cstddef>
#include <string_view>

namespace undex {

/// After a mark or blanks at most. Pictures may be binary: the bytes as a whole need not be a text.
bool recognises_rtf(std::string_view bytes);

/// Paragraphs numbered by the fields AUTONUM, AUTONUMLGL and AUTONUMOUT.
std::size_t count_autonum_rtf(std::string_view bytes);

}  // namespace undex
