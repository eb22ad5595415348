// libFuzzer: any bytes as a thesaurus: read or refused, and what is read is written and read back
// unchanged.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "corpus/thesaurus.h"
#include "undex/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const undex::Thesaurus thesaurus = undex::read_thesaurus(bytes, "fuzz");
    const std::string own = undex::write_thesaurus(thesaurus);
    if (!(undex::read_thesaurus(own, "fuzz") == thesaurus)) std::abort();
  } catch (const undex::Error&) {
  }
  return 0;
}
