// Any bytes as a line of the register: refused, or what undex itself would write.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/submission/register_line.h"
#include "undex/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    if (undex::write_register_line(undex::read_register_line(bytes, "fuzz")) != bytes) std::abort();
  } catch (const undex::Error&) {
  }
  return 0;
}
