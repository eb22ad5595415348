#pragma once
// What a reader has in mind while reading: the documents named so far, each with its place, and
// what was requested in which of them. Anaphora are resolved against it: exactly one candidate in
// the nearest place that has any, or none. An unresolved mention stands there too, and so breaks
// the chain.
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/locator.h"
#include "indexer/understand/references/document_words.h"
#include "undex/symbol.h"

namespace undex {

/// Where one reads: sentences are counted through the document.
struct ReadingPlace {
  std::size_t block = 0;
  int section = -1;
  std::string_view part;  ///< "", "summary", "annex II"
  std::size_t sentence = 0;
};

struct DocumentMention {
  ReadingPlace place;
  DocumentWord noun = DocumentWord::document;
  Symbol cited;  ///< empty: a document named by words alone, or an unresolved anaphor
  std::vector<Locator> pinpoints;
};

/// A sentence that says that something is requested.
struct RequestMention {
  ReadingPlace place;
  Symbol cited;  ///< empty: no document, or more than one
  std::vector<Locator> pinpoints;
  bool of_report = false;
};

struct Antecedent {
  const DocumentMention* mention = nullptr;  ///< nothing: see why
  bool candidates = false;                   ///< there were several, or one of words alone
};

class Discourse {
 public:
  void add(DocumentMention mention);
  void add(RequestMention request) { requests_.push_back(std::move(request)); }

  /// Of "that resolution": the sentence read now, else the nearest one in this block, else the last
  /// one that names any in the blocks just before, within the section.
  Antecedent pointed(const DocumentWordUse& use, const ReadingPlace& here) const;
  /// Of "the resolution": the only one named in this block so far, else (not if `block_only`) in
  /// the section so far.
  Antecedent definite(const DocumentWordUse& use, const ReadingPlace& here, bool block_only) const;
  /// The only document so far that the word fits, when no other was named anywhere, not even by
  /// words alone; nullptr otherwise.
  const Symbol* only_one(const DocumentWordUse& use) const;
  /// Of "this request" (any), "the requested report" (of_report); nullptr when the nearest request
  /// names no document.
  const RequestMention* request(bool of_report, const ReadingPlace& here) const;
  /// The only document that the sentence names so far; nullptr if there is none or several.
  const DocumentMention* only_in_sentence(std::size_t sentence) const;
  /// The only resolution or decision that the block names; nullptr if there is none or another.
  const DocumentMention* only_act_in_block(std::size_t block) const;

 private:
  /// Of one word, in the whole document.
  struct Named {
    Symbol cited;
    bool several = false;
  };

  std::vector<DocumentMention> mentions_;
  std::map<DocumentWord, Named> named_;
  std::vector<RequestMention> requests_;
};

/// resolution, decision, or document when the symbol does not tell.
DocumentWord document_word(const Symbol& symbol);
/// Whether the symbol is of the organ called so in passing: "council" may be any of them. Yes for
/// an empty word.
bool is_of_organ(const Symbol& symbol, std::string_view organ);

}  // namespace undex
