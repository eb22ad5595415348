#pragma once
// Evidence that a name changed: "the Office of X (previously the Y)", "the then X, now the Y",
// "replacing the previous X". For review, as rows of corpus/data/name_changes.tsv; the same
// function under another name between two reports is not seen here.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/authority.h"
#include "corpus/document.h"

namespace undex {

struct Renaming {
  std::size_t begin = 0;  ///< UTF-8 bytes of the words that say so
  std::size_t end = 0;
  std::string from;  ///< as printed
  std::string to;
  NameChange::Kind kind = NameChange::Kind::renamed;
  std::string when;  ///< ISO date printed just after, or empty
};
/// In order of the text; linear in it.
std::vector<Renaming> find_renamings(std::string_view text);

struct PlacedRenaming {
  Renaming renaming;
  std::string document;
  Locator locator;
};
/// Those of the document's running text.
std::vector<PlacedRenaming> find_renamings(const Document& document);

/// The row as corpus/data/name_changes.tsv has it, without line end; ids where the authority files
/// know the names.
std::string table_row(const PlacedRenaming& placed);
/// corpus/data/name_changes.tsv has it: the same two names, whatever the document.
bool is_known(const Renaming& renaming);

}  // namespace undex
