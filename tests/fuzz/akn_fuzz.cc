// Bytes of any kind as Akoma Ntoso; notes must stay inside their text, and rows must have their
// cells.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "corpus/text.h"
#include "indexer/convert/akn/akn.h"
#include "undex/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  undex::recognises_akn(bytes);
  try {
    for (const undex::ConvertedBlock& block : undex::convert_akn(bytes, "fuzz").blocks) {
      if (!undex::is_valid_utf8(block.text)) std::abort();
      const bool row = block.role == undex::ConvertedBlock::Role::table_row;
      if (row == block.cells.empty()) std::abort();
      for (const undex::NoteReference& note : block.notes) {
        if (note.offset > block.text.size()) std::abort();
      }
    }
  } catch (const undex::Error&) {
    // A refusal is an answer.
  }
  return 0;
}
