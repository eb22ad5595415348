#pragma once
// With text_encoding.h and text_charset.h the only user of ICU: valid UTF-8, normal forms, words, sentences, safe
// printing. Offsets are UTF-8 bytes. All functions are pure and may be called from several threads.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

bool is_valid_utf8(std::string_view bytes);
/// Broken sequences become U+FFFD; `broken` (if given) gets their number.
std::string repair_utf8(std::string_view bytes, std::size_t* broken = nullptr);

/// NFC, soft hyphens and zero-width marks dropped; spaces are left as they are.
std::string normal_text(std::string_view text);
/// Every run of white space (no-break spaces included) becomes one blank; none at the ends.
std::string collapse_spaces(std::string_view text);
/// Case folded, accents dropped, compatibility forms folded (NFKC_Casefold, then marks removed):
/// for terms.
std::string fold(std::string_view text);
/// Lower case and upper case of the root locale.
std::string to_lower(std::string_view text);
/// Letters and digits only, NFKC lower case: for comparing texts whatever their punctuation.
std::string letters_and_digits(std::string_view text);

struct WordSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool number = false;       ///< digits
  bool ideographic = false;  ///< Chinese, Japanese: a dictionary word
};
/// Words by UAX #29 with ICU's dictionaries. Punctuation and blanks are left out.
std::vector<WordSpan> words(std::string_view text);

struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};
/// Sentences; abbreviations of UN texts (para., art., No., Nov.) do not end one.
std::vector<TextSpan> sentences(std::string_view text);

/// Number of user-visible characters (grapheme clusters): for carets and columns.
std::size_t grapheme_count(std::string_view text);
/// The last place at or before `at` that parts two of them. Looks at 128 bytes before it and no
/// farther: nothing longer is one.
std::size_t grapheme_begin(std::string_view text, std::size_t at);

/// For terminals and logs: C0, C1, bidi controls and broken UTF-8 written as \xNN or \u{NNNN}; '\n'
/// and '\t' too unless keep_lines.
std::string printable(std::string_view text, bool keep_lines = false);

/// The same for JSON as it is printed: DEL, C1 and bidi controls are legal in it, but a terminal
/// would obey them. They stand in strings only, so an escape \uNNNN is the same value.
std::string printable_json(std::string_view json);

}  // namespace undex
