// Bytes of any kind as XML of an unknown vocabulary.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "corpus/text.h"
#include "indexer/convert/xml/xml.h"
#include "undex/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  undex::recognises_xml(bytes);
  try {
    for (const undex::ConvertedBlock& block : undex::convert_xml(bytes, "fuzz").blocks)
      if (!undex::is_valid_utf8(block.text)) std::abort();
  } catch (const undex::Error&) {
    // A refusal is an answer.
  }
  return 0;
}
