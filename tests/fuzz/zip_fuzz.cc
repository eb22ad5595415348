// Bytes of any kind as a zip archive of files, taken out page by page.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/convert/zip/container.h"
#include "undex/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  undex::recognises_zip(bytes);
  try {
    std::size_t from = 0;
    do {
      const undex::Members members = undex::unpack_zip(bytes, from);
      if (members.list.empty() || (members.next != 0 && members.next <= from)) __builtin_trap();
      from = members.next;
    } while (from != 0);
  } catch (const undex::Error&) {
    // A refusal is an answer.
  }
  return 0;
}
