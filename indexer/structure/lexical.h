#pragma once
// Small questions about a line of text that every step of structure asks: how it begins, how it
// ends, where a word stands. ASCII case only, except for "begins in lower case". Offsets are UTF-8
// bytes.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/ascii.h"

namespace undex::structure {

bool is_lower_letter(char c);
bool is_upper_letter(char c);
/// Length in bytes of the white space (blank, tab, line break, no-break and typographic spaces) at
/// `at`; 0 if there is none.
std::size_t space_at(std::string_view text, std::size_t at);
std::size_t skip_spaces(std::string_view text, std::size_t at);
std::string_view trimmed(std::string_view text);
/// Length in bytes of an opening or closing quotation mark at `at`; 0 if there is none.
std::size_t quote_at(std::string_view text, std::size_t at);

std::string ascii_lower(std::string_view text);
/// `needle` in lower case.
bool starts_with_word(std::string_view text, std::string_view needle);
/// `needle` in lower case, found as whole words; npos if it is not there.
std::size_t find_word(std::string_view text, std::string_view needle, std::size_t from = 0);

/// First letter is a small one of a script that has two cases.
bool begins_small(std::string_view text);
/// First letter, after quotation marks and brackets, is a capital one of a script with two cases.
bool begins_capital(std::string_view text);
/// Ends a sentence or an item: . ; : ! ? and their kin, before closing quotes and brackets.
bool has_end_mark(std::string_view text);
/// Ends with a word that another must follow ("the", "of", "and"): a sentence that was cut. Not
/// after a mark: "...; and" ends an item of a list.
bool ends_unfinished(std::string_view text);
/// The last character that is no closing quote, bracket or blank; 0 if none.
char last_mark(std::string_view text);

std::optional<int> roman_value(std::string_view text);  ///< either case, strict form; nothing else
/// a..z 1..26, aa 27 (twice the same letter); nothing for other letters.
std::optional<int> letter_value(std::string_view text);

}  // namespace undex::structure
