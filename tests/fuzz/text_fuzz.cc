// Bytes of any kind as plain or Markdown-like text; notes must stay inside their text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "corpus/text.h"
#include "corpus/text_encoding.h"
#include "indexer/convert/refusals.h"
#include "indexer/convert/text/markdown.h"
#include "indexer/convert/text/text.h"
#include "undex/error.h"

namespace {

void check(const undex::ConvertedText& text) {
  for (const undex::ConvertedBlock& block : text.blocks) {
    if (!undex::is_valid_utf8(block.text)) std::abort();
    for (const undex::NoteReference& note : block.notes) {
      if (note.offset > block.text.size()) std::abort();
    }
  }
}

/// Whatever the encoding is taken to be, the text is valid and the guess is one that can be read.
void check_encoding(std::string_view bytes) {
  undex::unmarked_utf16(bytes);
  const auto guess = undex::guess_encoding(bytes);
  if (!guess) return;
  if (guess->sureness < 0 || guess->sureness > 100) std::abort();
  const auto text = undex::decode_as(guess->name, bytes);
  if (!text || !undex::is_valid_utf8(*text)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  undex::refusal_of(bytes);
  check_encoding(bytes);
  try {
    if (undex::recognises_text(bytes)) check(undex::convert_text(bytes, "fuzz"));
    if (undex::recognises_text(bytes)) check(undex::convert_markdown(bytes, "fuzz"));
    undex::recognises_markdown(bytes);
  } catch (const undex::Error&) {
    // A refusal is an answer.
  }
  return 0;
}
