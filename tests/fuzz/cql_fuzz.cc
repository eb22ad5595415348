// Any bytes as CQL: read, dumped and given a meaning, or refused with a number of the SRU list and a
// place inside it.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "searcher/query/cql.h"
#include "searcher/query/cql/diagnostics.h"
#include "searcher/query/meaning.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string query(reinterpret_cast<const char*>(data), size);
  try {
    undex::dump(undex::query::with_meaning(undex::parse_cql(query).tree, query));
  } catch (const undex::CqlError& fault) {
    if (fault.offset > query.size() || undex::cql::diagnostic_text(fault.number).empty())
      std::abort();
    if (fault.caret().find('\x1b') != std::string::npos) std::abort();
    if (std::string_view(fault.what()).find('\x1b') != std::string_view::npos) std::abort();
  }
  return 0;
}
