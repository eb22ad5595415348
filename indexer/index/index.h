#pragma once
// Archive -> index on disk: generations under <archive>/index, each whole and checksummed, one of
// them current.
#include <filesystem>
#include <string>
#include <vector>

#include "corpus/archive.h"
#include "indexer/index/build.h"

namespace undex {

struct IndexUpdate {
  std::size_t added = 0;  ///< documents put into the index by this update
  std::size_t removed = 0;
  std::size_t documents = 0;  ///< now in the index
  std::size_t paragraphs = 0;
  bool rebuilt = false;  ///< made anew from the archive
};

/// Brings the index of the archive in step: documents with a revision above the index's are added,
/// gone ones removed; made anew when there is none, when it is of an older form, or when
/// `from_scratch`; with the labels of the thesaurus that is kept beside the archive. The new
/// generation is built in a folder of its own, checksummed (manifest), synced, then made current by
/// a rename: readers never see half of it. Of few documents changed (BuildBounds::beside_share) it
/// holds these only and rests on the one before. The generation that was current is kept for its
/// readers, with what it rests on, until the next is begun. A damaged generation is made anew.
/// `progress` may be empty; it may be called from another thread, never from two at once.
/// Error{archive} when disk fails.
IndexUpdate update_index(const Archive& archive, bool from_scratch, const BuildProgress& progress,
                         const BuildBounds& bounds = {});

/// Whether the archive has an index that update_index() need not make anew for its form.
bool has_index_of_this_form(const Archive& archive);

}  // namespace undex
