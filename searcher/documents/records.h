#pragma once
// Documents of the archive as catalogues know them: all that is held under one name (its language
// versions, other texts of it) is one document, and one record.
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "searcher/render/record/record.h"

namespace undex {

struct HeldDocument {
  std::vector<ArchiveEntry> entries;  ///< at least one; all of one name
  std::vector<Locator> places{};      ///< that are cited in it
};

/// In the order in which their names first come.
std::vector<HeldDocument> by_name(const std::vector<ArchiveEntry>& entries);

/// The text in the language, else in English, else the first: the one a record is made from.
const ArchiveEntry& text_in(const std::vector<ArchiveEntry>& entries, std::string_view language);

/// The record of all of it; `text` is what one of its entries holds.
Record record_of(const HeldDocument& held, const Document& text);

}  // namespace undex
