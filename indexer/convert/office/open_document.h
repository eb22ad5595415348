#pragma once
// OpenDocument texts (.odt, .ott, .fodt) and their forerunner (.sxw): what tells them from other
// zip archives.
#include <string_view>

namespace undex {

bool recognises_odt(std::string_view bytes);  ///< a zip archive
bool recognises_flat_odt(std::string_view bytes);
bool recognises_sxw(std::string_view bytes);
bool recognises_open_text(std::string_view bytes);  ///< any of the three
/// Its content is not compressed and no XML, as encryption leaves it.
bool is_encrypted_odt(std::string_view bytes);

}  // namespace undex
