#pragma once
// Do decoded characters make words? The wrong encoding gives letters too, but not words: capitals
// inside them, two scripts in one, signs between letters, ideographs that nobody uses.
#include <string_view>

namespace undex {

/// Scripts of the six official languages, and of others whose texts would else be taken for them.
enum class Script { latin, cyrillic, arabic, han, greek, hebrew, japanese, korean };

/// 1000 when every character outside ASCII stands where one of this script should, 0 when none
/// does; 0 when all are ASCII.
int plausibility(std::u32string_view text, Script script);

}  // namespace undex
