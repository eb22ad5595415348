#pragma once
// The words of UAX #29 where a text is ASCII: a dozen rules, and most of what is indexed and
// marked. ICU gives the same and takes ten times as long. Used by words() of text.h only.
#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace undex {

/// Adds the words of a piece of the text, ASCII throughout, that no word reaches into or out of.
void add_ascii_words(std::string_view text, TextSpan piece, std::vector<WordSpan>& out);

/// The first stretch of ASCII in the text, at `from` or behind it, that may be read apart: it
/// begins the text or behind a blank, ends the text or behind a blank, and is the whole text or
/// long enough to be worth it. Empty, at the end of the text, when there is none.
TextSpan ascii_stretch(std::string_view text, std::size_t from);

}  // namespace undex
