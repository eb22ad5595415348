#pragma once
// The records of undex/citations.h, from wherever documents are read.
#include <string_view>

#include "searcher/documents/shelves.h"
#include "undex/citations.h"

namespace undex {

/// As citations_of() an archive.
Citations citations_of(const Shelves& shelves, std::string_view name);

}  // namespace undex
