#pragma once
// The words by which a text speaks of documents: "that resolution", "the report of the Committee",
// "this request". Which document is meant is not decided here (discourse.h).
#include <cstddef>
#include <string>
#include <vector>

#include "indexer/understand/references/phrase_text.h"

namespace undex {

enum class DocumentWord { resolution, decision, report, letter, note, document, request };

struct DocumentWordUse {
  enum class Use {
    pointed,    ///< "that resolution", "the same report": the one just named
    definite,   ///< "the resolution": the only one spoken of
    requested,  ///< "the requested report", "the report requested by the Council"
    described,  ///< "the report of the Committee", "a resolution": named here, by its words
    several,    ///< "its resolutions on informatics": none in particular
  };
  std::size_t begin = 0;  ///< UTF-8 bytes, determiner included
  std::size_t end = 0;
  std::size_t word = 0;  ///< of the noun, in the PhraseText
  DocumentWord noun = DocumentWord::resolution;
  Use use = Use::described;
  /// The organ whose act follows: "assembly" in "In that resolution, the Assembly requested";
  /// "council" may be any of them. Empty when the text does not say.
  std::string organ;
};

/// In order; "the present report" and the verb ("shall report") are none. In a text that is a
/// resolution itself, "this resolution" is no use either. Linear. Thread-safe.
std::vector<DocumentWordUse> find_document_words(const PhraseText& text, bool in_resolution);

/// "the [General] Assembly", "the Council" at word i: its last words in small letters, "general
/// assembly"; `words` gets how many words, article included. Empty if there is none.
std::string organ_at(const PhraseText& text, std::size_t i, std::size_t& words);

}  // namespace undex
