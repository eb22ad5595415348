#pragma once
// Lives of the wording of a document, and of a clause, gathered from the archive.
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "searcher/documents/target.h"
#include "searcher/render/clause_history.h"
#include "searcher/render/reuse_page.h"

namespace undex {

/// Of the paragraphs of a document held, or those in `only`; without such paragraphs the page's
/// document has none. Each with at most `limit` lives (0: all) that keep `least` of the words, 0 to
/// 1. Error{archive} when the index does not have the document.
ReusePage reuse_page(const std::filesystem::path& archive, const ArchiveEntry& entry,
                     const std::vector<Locator>& only, double least, std::size_t limit);

/// Nothing when no paragraph held has `least` of the words of the clause. Error{usage} when it is
/// too short to be one.
std::optional<ClauseHistory> clause_page(const std::filesystem::path& archive,
                                         const std::string& clause, double least);

}  // namespace undex
