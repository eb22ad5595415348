#pragma once
// What else the archive holds of the work that a document belongs to.
#include <vector>

#include "searcher/documents/shelves.h"
#include "searcher/render/render.h"

namespace undex {

/// What the document corrects or revises, held or not; its corrigenda, addenda and revisions held;
/// other languages, other texts and further sources of it.
std::vector<RelatedDocument> related_documents(const Shelves& shelves, const ArchiveEntry& entry,
                                               const Symbol& symbol);
std::vector<RelatedDocument> related_documents(const Archive& archive, const HeldNames& names,
                                               const ArchiveEntry& entry, const Symbol& symbol);

}  // namespace undex
