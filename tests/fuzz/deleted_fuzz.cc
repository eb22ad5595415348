// Any bytes as deleted.bin: refused, or read without leaving them.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

#include "schemas/deleted.h"
#include "undex/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::uint64_t> aligned((size + 7) / 8);
  if (size > 0) std::memcpy(aligned.data(), data, size);
  const std::string_view term(reinterpret_cast<const char*>(data), size % 8);
  try {
    const undex::Deleted deleted(std::as_bytes(std::span(aligned)).first(size));
    for (const undex::DeletedSide* side : {&deleted.documents, &deleted.paragraphs}) {
      if (side->docids().size() * 4 > size) std::abort();
      try {
        (void)side->use_of(term);
        (void)side->use_of("Zen:form");
      } catch (const undex::Error&) {
      }
    }
  } catch (const undex::Error&) {
  }
  return 0;
}
