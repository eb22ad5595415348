#pragma once
// The page of citations of a document, gathered from the archive.
#include <string>
#include <vector>

#include "searcher/render/citation_page.h"
#include "tools/undex/holdings.h"

namespace undex::tool {

/// Both directions for a document held, else who cites it. `only` and `language` may be empty.
/// Error{archive} when there is no index to ask.
CitationPage citation_page(const Archive& archive, const Target& target,
                           const std::vector<Locator>& only, const std::string& language);

}  // namespace undex::tool
