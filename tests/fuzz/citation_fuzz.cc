// libFuzzer: any bytes as a text that cites.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "corpus/citation.h"

namespace {

// A fault of ours must stop the run in every build, so no assert here.
void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (std::string_view organ : {"", "General Assembly", "Human Rights Council"}) {
    std::size_t begin = 0;
    for (const undex::Citation& citation : undex::find_citations(text, organ)) {
      require(citation.begin >= begin && citation.begin < citation.end && citation.end <= size);
      require(!citation.cited.parts.empty());
      require(!undex::dump(citation).empty());
      begin = citation.begin;
    }
  }
  return 0;
}
