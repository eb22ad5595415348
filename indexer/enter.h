#pragma once
// How a document enters an archive that may hold it already: works and versions.
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "corpus/document.h"

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
  std::vector<Notice>
      notices;  ///< what to tell of it: "text-conflict" with the likeness and the other source
};

/// Stages the document (Archive::put or Archive::add_source); commit() makes it durable. Error as
/// theirs.
Entered enter_document(Archive& archive, const Document& document, std::string_view original);

}  // namespace undex
