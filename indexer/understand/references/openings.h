#pragma once
// A paragraph that begins with an organ and what it said: "The General Assembly affirmed", so that
// it may go on about the resolution of the paragraph before.
#include <cstddef>
#include <string>

#include "indexer/understand/references/phrase_text.h"

namespace undex {

struct Opening {
  std::size_t end = 0;  ///< UTF-8 byte behind the verb; 0: no such opening
  std::string organ;    ///< as in DocumentWordUse::organ
};

/// Nothing if the first sentence says when it was said: then it is another act.
Opening read_opening(const PhraseText& text);

}  // namespace undex
