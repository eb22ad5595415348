// Any bytes as plain text through the whole of structure.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/convert/text/text.h"
#include "indexer/structure/structure.h"
#include "undex/error.h"

namespace {

/// Bytes that are no text at all are refused before structure sees them.
undex::ConvertedText converted(std::string_view bytes) {
  try {
    return undex::convert_text(bytes, "fuzz.txt");
  } catch (const undex::Error&) {
    return {};
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const undex::Document document = undex::read_structure(converted(bytes), "fuzz.txt");
  for (const undex::Block& block : document.blocks) {
    if (block.section >= static_cast<int>(document.blocks.size())) std::abort();
    if (block.table >= static_cast<int>(document.tables.size())) std::abort();
    if (block.locator.points.size() > 8) std::abort();
    for (const undex::NoteReference& note : block.notes)
      if (note.offset > block.text.size()) std::abort();
    for (const undex::InlinePoint& point : block.points)
      if (point.begin > point.end || point.end > block.text.size()) std::abort();
  }
  return 0;
}
