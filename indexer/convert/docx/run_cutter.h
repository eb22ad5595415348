#pragma once
// Cuts runs of a Word document where a comment begins and ends; every part keeps the look.
#include <libxml/tree.h>

#include <cstddef>
#include <map>
#include <utility>

#include "indexer/convert/docx/placed_text.h"

namespace undex {

/// Where a text begins or ends: beside the piece, or in it at an offset when it can be cut.
class RunCutter {
 public:
  /// Puts `added` before what stands there. Places in one piece are to come from its end on.
  void put_before(const TextPiece& piece, std::size_t offset, xmlNode* added);
  /// Puts `added` behind what stands before the place.
  void put_behind(const TextPiece& piece, std::size_t offset, xmlNode* added);

 private:
  xmlNode* cut(xmlNode* text, std::size_t offset);
  std::map<std::pair<xmlNode*, std::size_t>, xmlNode*> cuts_;  // what stands behind each
};

}  // namespace undex
