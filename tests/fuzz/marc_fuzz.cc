// Bytes of any kind as catalogue records in every notation: what is unpacked must be read or
// refused.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "corpus/text.h"
#include "indexer/convert/marc/marc.h"
#include "undex/error.h"

namespace {

void read(std::string_view bytes) {
  try {
    const undex::ConvertedText text = undex::convert_marc(bytes, "fuzz");
    for (const undex::Block& block : text.stated->blocks)
      if (!undex::is_valid_utf8(block.text)) std::abort();
  } catch (const undex::Error&) {
    // A refusal is an answer.
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (undex::recognises_marc(bytes)) read(bytes);
  if (!undex::recognises_marc_records(bytes)) return 0;
  for (const undex::Member& member : undex::unpack_marc(bytes, 0).list) {
    if (member.bytes.empty() == member.reason.empty()) std::abort();
    if (!member.bytes.empty()) read(member.bytes);
  }
  return 0;
}
