// Any bytes as runs.bin: refused, or read without leaving them, and every paragraph it names is one
// that it knows the length of.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "schemas/runs.h"
#include "undex/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::uint64_t> aligned((size + 7) / 8);
  if (size > 0) std::memcpy(aligned.data(), data, size);
  try {
    const undex::Runs runs(std::as_bytes(std::span(aligned)).first(size));
    std::vector<std::uint32_t> docids;
    for (undex::Runs::Walk walk(runs); walk.next();) {
      docids.clear();
      runs.read(walk.list(), docids);
      if (docids.size() != walk.list().count) std::abort();
      for (const std::uint32_t docid : docids)
        if (runs.length_of(docid) == 0) std::abort();
      runs.read(runs.find(walk.hash()), docids);
    }
    for (std::uint32_t hash = 1; hash != 0; hash <<= 1) runs.find(hash);
  } catch (const undex::Error&) {
  }
  return 0;
}
