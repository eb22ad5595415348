#pragma once
// What harvesters are offered: a document with all its language versions and other texts is one
// item, and stays one when it is removed. Everything here comes from the archive.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"

namespace undex::serve::oai {

struct Item {
  std::string key;        ///< Record::key
  std::string datestamp;  ///< in seconds: of the last change of any of its texts
  Symbol symbol{};
  std::vector<ArchiveEntry> held{};      ///< in natural order; none: the document was removed
  std::vector<std::string> languages{};  ///< of what is held, else of what was
};

/// Ordered by datestamp, then by key.
std::vector<Item> items_of(const Archive& archive);

}  // namespace undex::serve::oai
