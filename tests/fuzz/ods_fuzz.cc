// Bytes of any kind as a field dump of ODS: what is unpacked must be read or refused.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "corpus/text.h"
#include "indexer/convert/ods/ods.h"
#include "undex/error.h"

namespace {

void read(std::string_view bytes) {
  try {
    const undex::ConvertedText text = undex::convert_ods(bytes, "fuzz");
    for (const undex::Block& block : text.stated->blocks)
      if (!undex::is_valid_utf8(block.text)) std::abort();
  } catch (const undex::Error&) {
    // A refusal is an answer.
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  undex::recognises_ods(bytes);
  undex::recognises_ods_records(bytes);
  for (const undex::Member& member : undex::unpack_ods(bytes, 0).list) read(member.bytes);
  return 0;
}
