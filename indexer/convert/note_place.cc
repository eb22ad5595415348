#include "indexer/convert/note_place.h"

#include <algorithm>
#include <string_view>

namespace undex {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

}  // namespace

void cut_front(ConvertedBlock& block, std::size_t count) {
  count = std::min(block.text.find_first_not_of(kBlanks, count), block.text.size());
  block.text.erase(0, count);
  for (NoteReference& note : block.notes) note.offset -= std::min(note.offset, count);
}

void trim(ConvertedBlock& block) {
  cut_front(block, 0);
  block.text.erase(block.text.find_last_not_of(kBlanks) + 1);
  for (NoteReference& note : block.notes) note.offset = std::min(note.offset, block.text.size());
}

void lead_with(ConvertedBlock& block, const std::string& marker, bool in_cell) {
  if (marker.empty()) return;
  if (!in_cell && !block.text.empty()) {
    block.role = ConvertedBlock::Role::footnote;
    block.label = marker;
    return;
  }
  const std::string shown = marker + (block.text.empty() ? "" : " ");
  block.text.insert(0, shown);
  for (NoteReference& note : block.notes) note.offset += shown.size();
}

}  // namespace undex
