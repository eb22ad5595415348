#pragma once
// How a document enters an archive that may hold it already: works and versions.
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "corpus/document.h"
#include "indexer/held_texts.h"

namespace undex {

struct Entered {
  enum class What {
    added,      ///< new in the archive
    changed,    ///< its source had another text or other bytes; the former stays in the history
    same_text,  ///< held already from another source: one document, one source more
    conflict,   ///< another source of this symbol and language has another text: kept side by side
  };
  What what = What::added;
  ArchiveEntry entry;
  /// What to tell of it: "text-conflict" with the likeness and the source of the most alike others,
  /// and how many more there are.
  std::vector<Notice> notices;
  std::vector<ArchiveSource> parted;  ///< had the former text, and are to be read again
};

/// Stages the document by what is held, or staged before, under its name and in its language;
/// commit() makes it durable. Of sources with the same text (kSameText of likeness.h, or the same
/// bytes) the one of the better format gives the text. A catalogue record joins the text of its
/// symbol. When the source of the text comes with another text, further sources part from the
/// document (`parted`, notice "source-parted"). Nothing is ever lost: the journal keeps all bytes.
/// `texts` is one for all documents that enter one archive in a run. Error and proof as of put().
Entered enter_document(Archive& archive, HeldTexts& texts, const Document& document,
                       std::string_view original, Archive::Proof proof = Archive::Proof::make);

}  // namespace undex
