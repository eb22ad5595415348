#pragma once
// The language of a text, told by its function words.
#include <string>
#include <string_view>

namespace undex::structure {

/// ISO 639-1 of the six official languages of the United Nations and German; "" when the text does
/// not tell.
std::string language_of(std::string_view text);

/// "E" -> "en": the language letter of a job number; "" for none.
std::string language_of_letter(std::string_view letter);

}  // namespace undex::structure
