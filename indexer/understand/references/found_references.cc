#include <algorithm>
#include <utility>

#include "indexer/understand/references/leaning.h"

namespace undex {

FoundReferences::FoundReferences(const Document& document, std::vector<Reference>& references)
    : document_(document), references_(references), by_block_(document.blocks.size()) {
  for (std::size_t i = 0; i < references_.size(); ++i) {
    const MarkSpan& span = references_[i].span;
    if (span.block >= 0 && span.row < 0)
      by_block_[static_cast<std::size_t>(span.block)].push_back(i);
  }
}

std::size_t FoundReferences::add(Reference reference) {
  const std::size_t index = references_.size();
  if (reference.span.block >= 0 && reference.span.row < 0)
    by_block_[static_cast<std::size_t>(reference.span.block)].push_back(index);
  references_.push_back(std::move(reference));
  return index;
}

int FoundReferences::note_of(std::size_t block, const NoteReference& marker) const {
  constexpr std::size_t kNotesAway = 400;  // notes stand at the foot of the page or at the end
  const Block& bearer = document_.blocks[block];
  const auto is_it = [&](const Block& other) {
    return other.kind == BlockKind::footnote && other.label == marker.marker &&
           other.locator.part == bearer.locator.part;
  };
  const std::size_t end = std::min(document_.blocks.size(), block + kNotesAway);
  for (std::size_t i = block + 1; i < end; ++i)
    if (is_it(document_.blocks[i])) return static_cast<int>(i);
  for (std::size_t i = block; i-- > 0 && i + kNotesAway > block;)
    if (is_it(document_.blocks[i])) return static_cast<int>(i);
  return -1;
}

std::vector<FoundReferences::Placed> FoundReferences::cited_in(std::size_t block) const {
  std::vector<Placed> placed;
  const auto is_citation = [&](std::size_t i) {
    const Reference& reference = references_[i];
    return !reference.cited.parts.empty() && (reference.kind == ReferenceKind::explicit_ ||
                                              reference.kind == ReferenceKind::anaphoric);
  };
  for (const std::size_t i : by_block_[block])
    if (is_citation(i)) placed.push_back({references_[i].span.begin, i});
  for (const NoteReference& marker : document_.blocks[block].notes) {
    const int note = note_of(block, marker);
    if (note < 0) continue;
    for (const std::size_t i : by_block_[static_cast<std::size_t>(note)])
      if (is_citation(i)) placed.push_back({marker.offset, i});
  }
  std::ranges::stable_sort(placed, {}, &Placed::at);
  return placed;
}

}  // namespace undex
