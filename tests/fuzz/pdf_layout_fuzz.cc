// libFuzzer: any bytes as what pdftotext prints, and as words in places, which find deeper rules.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "corpus/text.h"
#include "indexer/convert/pdf/layout.h"
#include "undex/error.h"

namespace {

// A fault of ours must stop the run in every build, so no assert here.
void require(bool condition) {
  if (!condition) std::abort();
}

undex::ConvertedText text_of(std::string_view xhtml) {
  try {
    return undex::layout_pdf(xhtml);
  } catch (const undex::Error&) {
    return {};  // a refusal is an answer
  }
}

void check(std::string_view xhtml) {
  const undex::ConvertedText text = text_of(xhtml);
  int page = 0;
  for (const undex::ConvertedBlock& block : text.blocks) {
    require(block.page >= page && block.complete);
    page = block.page;
    require(undex::is_valid_utf8(block.text));
    for (const undex::NoteReference& note : block.notes) require(note.offset <= block.text.size());
  }
}

/// Five bytes a word: page or line break, place, size, letter.
std::string words_of(const std::uint8_t* data, std::size_t size) {
  std::string out = "<page width=\"256\" height=\"256\"><line>";
  for (std::size_t i = 0; i + 5 <= size; i += 5) {
    if (data[i] < 4) out += "</line></page><page width=\"256\" height=\"256\"><line>";
    if (data[i] < 128) out += "</line><line>";
    char tag[160];
    const int high = 4 + data[i + 3] % 16;
    std::snprintf(tag, sizeof tag, "<word xMin=\"%d\" yMin=\"%d\" xMax=\"%d\" yMax=\"%d\">",
                  data[i + 1], data[i + 2], data[i + 1] + 5 + data[i + 3] / 16, data[i + 2] + high);
    const char letter = static_cast<char>(0x21 + data[i + 4] % 0x5E);
    out += tag;
    out += letter == '<' || letter == '&' ? std::string(3, '_')
                                          : std::string(1 + data[i] % 3U, letter);
    out += "</word>";
  }
  return out + "</line></page>";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check(std::string_view(reinterpret_cast<const char*>(data), size));
  check(words_of(data, size));
  return 0;
}
