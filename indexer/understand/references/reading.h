#pragma once
// The events of a text that matter to what leans on it, in the order of reading: documents cited,
// documents meant by a word, and what is requested.
#include <cstddef>
#include <vector>

#include "corpus/text.h"
#include "indexer/understand/references/discourse.h"
#include "indexer/understand/references/document_words.h"
#include "indexer/understand/references/leaning.h"

namespace undex {

struct ReadingEvent {
  enum class Kind { citation, word, request };
  std::size_t at = 0;  ///< byte
  Kind kind = Kind::citation;
  std::size_t reference = 0;                   ///< of a citation
  DocumentWord noun = DocumentWord::document;  ///< what the text calls the document cited
  DocumentWordUse use{};
  std::size_t word = 0;  ///< of the verb "requested"
};

/// Citations in quotations are left out, and so are words that only introduce a citation ("the
/// report of the Secretary-General (A/58/568)").
std::vector<ReadingEvent> reading_events(const PhraseText& text,
                                         const std::vector<TextSpan>& sentences,
                                         const std::vector<MarkSpan>& quoted,
                                         const FoundReferences& found,
                                         const std::vector<FoundReferences::Placed>& cited,
                                         const std::vector<DocumentWordUse>& uses);

}  // namespace undex
