#pragma once
// The six languages of the United Nations: which one a text is in, and its words without a subject
// (corpus/data/stop_words.tsv).
#include <array>
#include <string_view>

namespace undex {

inline constexpr std::array<std::string_view, 6> kLanguages = {"en", "fr", "es", "ru", "ar", "zh"};

/// Code of the language of a text, by its script and its most common words; `otherwise` when there
/// is nothing to tell by: a number, a name, two languages alike. Linear in the text, of which at
/// most the first 4,096 bytes are looked at. Thread-safe.
std::string_view language_of(std::string_view text, std::string_view otherwise);

/// Whether the text has letters of the script that the language is written in.
bool has_letters_of(std::string_view text, std::string_view language);

/// Whether a folded word (text.h: fold) is an article, a preposition, a pronoun or the like; in any
/// of the six for an empty language. Thread-safe.
bool is_stop_word(std::string_view folded, std::string_view language);

}  // namespace undex
