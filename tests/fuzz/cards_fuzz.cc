// Any bytes as cards.bin: refused, or read without leaving them, and so is every card.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "schemas/paragraph_cards.h"
#include "undex/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::uint64_t> aligned((size + 7) / 8);
  if (size > 0) std::memcpy(aligned.data(), data, size);
  try {
    const undex::ParagraphCards cards(std::as_bytes(std::span(aligned)).first(size));
    for (std::size_t docid = 0; docid < cards.end(); ++docid) {
      try {
        if (cards.bytes_of(docid).size() > size) std::abort();
        if (cards.at(docid).text.size() > size) std::abort();
      } catch (const undex::Error&) {
      }
    }
    if (cards.end() > 0 && cards.end() * 8 > size) std::abort();
  } catch (const undex::Error&) {
  }
  return 0;
}
