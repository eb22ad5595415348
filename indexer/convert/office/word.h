#pragma once
// What the old Word file itself tells before a program converts it: its kind, whether it is
// encrypted, and numbers that the program will lose.
#include <cstddef>
#include <string_view>

namespace undex {

/// Word 6 to 2003: a compound file with the stream WordDocument at its root.
bool recognises_doc(std::string_view bytes);
/// Word 2003 as a single XML file.
bool recognises_word_xml(std::string_view bytes);
/// Microsoft Works, all versions that write compound files.
bool recognises_works(std::string_view bytes);

bool is_encrypted_doc(std::string_view bytes);
/// Paragraphs numbered by the fields AUTONUM, AUTONUMLGL and AUTONUMOUT of Word before 97.
std::size_t count_autonum_doc(std::string_view bytes);

}  // namespace undex
