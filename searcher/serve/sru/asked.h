#pragma once
// A request of SRU as values: every parameter by a row of one table, bounded, and everything that
// is wrong with it as a diagnostic.
#include <cstddef>
#include <string>
#include <vector>

#include "searcher/serve/http.h"
#include "searcher/serve/sru/diagnostics.h"
#include "searcher/serve/sru/record_schemas.h"
#include "searcher/serve/sru/version.h"

namespace undex::serve::sru {

inline constexpr std::size_t kDefaultRecords = 10;
inline constexpr std::size_t kMostRecords = 100;  ///< that one answer holds, whatever is asked
inline constexpr std::size_t kDefaultTerms = 20;
inline constexpr std::size_t kMostTerms = 200;
inline constexpr std::size_t kMostFacetValues = 100;

/// Terms to count of an index: "5:dc.date".
struct FacetAsked {
  std::string index;  ///< as asked for: "dc.date"
  std::string field;
  std::size_t limit = 0;
};

struct Asked {
  const Version* version = nullptr;
  Operation operation = Operation::explain;
  std::string query;
  std::size_t start_record = 1;
  std::size_t maximum_records = kDefaultRecords;
  bool escaped = false;  ///< records are given as text
  const RecordSchema* schema = nullptr;
  std::string sort_keys;
  std::vector<FacetAsked> facets;
  bool facets_by_source = false;  ///< in the deeper of the two forms that SRU 2.0 has
  std::string scan_clause;
  std::size_t response_position = 1;
  std::size_t maximum_terms = kDefaultTerms;
  std::vector<Parameter> echoed;  ///< what was given and understood, in the order of answers
  Diagnostics faults;             ///< none: it may be answered
};

/// Never throws for what a client sends.
Asked read_asked(const HttpRequest& request);

}  // namespace undex::serve::sru
