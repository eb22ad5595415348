#pragma once
// Names in the forms that grammar gives them: "Норвегии" is Норвегия, "والنرويج" is النرويج.
#include <string>
#include <string_view>

namespace undex::query {

/// The stems of the words, in the language that their script is mostly written in; empty where that
/// is not Russian or Arabic, whose names take other forms, and for what has too many words for a
/// name.
std::string name_stem_key(std::string_view text);

/// The text without the Arabic "and" that is written as part of the word; empty when there is none.
std::string_view without_arabic_and(std::string_view text);

}  // namespace undex::query
