#pragma once
// The page of citations of a document, gathered from the archive.
#include <vector>

#include "searcher/documents/shelves.h"

namespace undex {

/// Both directions for a document held (`document` is the version chosen), else, for nullptr, who
/// cites what the target names. `only` may be empty. Error{archive} when there is no index to ask.
CitationPage citation_page(const Shelves& shelves, const Target& target, const Document* document,
                           const std::vector<Locator>& only);
CitationPage citation_page(const Archive& archive, const Target& target, const Document* document,
                           const std::vector<Locator>& only, const ReadDocument& read);

}  // namespace undex
