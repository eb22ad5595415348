#pragma once
// What leans on the citations of a document: anaphora ("that resolution", "this request", "Ibid."),
// a paragraph that goes on about the resolution of the one before, and whose words a quotation is.
#include <vector>

#include "corpus/document.h"
#include "indexer/understand/steps.h"

namespace undex {

/// The citations found so far, and where they stand. Notes are read at their markers.
class FoundReferences {
 public:
  FoundReferences(const Document& document, std::vector<Reference>& references);

  std::vector<Reference>& all() { return references_; }
  const std::vector<Reference>& all() const { return references_; }
  std::size_t add(Reference reference);
  /// Of the running text of a block, in the order in which they were added.
  const std::vector<std::size_t>& of_block(std::size_t block) const { return by_block_[block]; }
  /// Explicit citations of the block in the order of the text, those of its notes at their markers.
  struct Placed {
    std::size_t at = 0;
    std::size_t reference = 0;
  };
  std::vector<Placed> cited_in(std::size_t block) const;
  /// Block of the note of that marker, -1 if there is none.
  int note_of(std::size_t block, const NoteReference& marker) const;

 private:
  const Document& document_;
  std::vector<Reference>& references_;
  std::vector<std::vector<std::size_t>> by_block_;
};

/// "Ibid., annex II": what the note before cites, when that is one document.
void resolve_ibid(const Document& document, FoundReferences& found, RefusedMarks* refused);

/// Anaphora and quotations in reading order. `quotes` get the index of what they quote.
void resolve_leaning(const Document& document, FoundReferences& found,
                     std::vector<QuoteMark>& quotes, RefusedMarks* refused);

/// The reference whose words stand between quotation marks: a citation in brackets or in a note
/// right behind them, or the only one named before them in the sentence. -1 if the text does not
/// say.
int quoted_by(const Document& document, const FoundReferences& found, const MarkSpan& quote);

}  // namespace undex
