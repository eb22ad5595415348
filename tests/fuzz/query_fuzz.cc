// Any bytes as a query: read, dumped and marked, or refused with a place inside it.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "searcher/query/query.h"
#include "undex/search.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string query(reinterpret_cast<const char*>(data), size);
  try {
    undex::dump(undex::read_query(query));
  } catch (const undex::QueryError& fault) {
    if (fault.offset > query.size()) std::abort();
    if (fault.caret().find('\x1b') != std::string::npos) std::abort();
  }
  return 0;
}
