// Any bytes as the parameters of a request to SRU: read within bounds, or told by diagnostics that
// can be shown.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "searcher/serve/sru/asked.h"
#include "searcher/serve/sru/clause.h"
#include "searcher/serve/sru/sort_keys.h"
#include "searcher/serve/url.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace undex::serve;
  HttpRequest request;
  request.parameters = parameters_of({reinterpret_cast<const char*>(data), size});
  sru::Asked asked = sru::read_asked(request);
  if (asked.maximum_records > sru::kMostRecords || asked.maximum_terms > sru::kMostTerms ||
      asked.response_position > sru::kMostTerms + 1 || asked.start_record == 0)
    std::abort();
  sru::clause_of(asked.scan_clause, asked.faults);
  sru::order_of(asked.sort_keys, asked.faults);
  for (const sru::Diagnostic& fault : asked.faults)
    if (fault.message.empty() || fault.details.find('\x1b') != std::string::npos) std::abort();
  return 0;
}
