#pragma once
// What is wrong with a request, by the numbers of the list info:srw/diagnostic/1 (Library of
// Congress, "SRU Diagnostics List"). Those that a query can meet are searcher/query/cql's.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/xml/builder.h"
#include "searcher/serve/sru/version.h"
#include "undex/search.h"

namespace undex::serve::sru {

enum class Problem {
  unavailable = 2,
  operation = 4,
  version = 5,
  value = 6,
  missing = 7,
  parameter = 8,
  query_type = 11,
  index = 16,
  relation = 19,
  query_feature = 48,
  first_record = 61,
  record_unavailable = 64,
  no_such_record = 65,
  schema = 66,
  packing = 71,
  xpath = 72,
  sort_schema = 87,
  sort_path = 88,
  sort_case = 91,
  sort_missing = 92,
  too_many_sort_keys = 84,
  sorted_twice = 96,
  stylesheet = 110,
  response_position = 120,
};

struct Diagnostic {
  int number = 0;
  std::string details;  ///< what the list wants there: the name of the parameter, the schema, ...
  std::string message;
};
using Diagnostics = std::vector<Diagnostic>;

/// With the message of the list.
Diagnostic diagnostic(Problem problem, std::string details = {});
/// Of a mistake in a query: number and details of CqlError, the words and the advice as message.
Diagnostic diagnostic(const QueryError& error);

/// One element, in the namespace of the version; its text says nothing that the details do not.
void add_diagnostic(XmlBuilder& xml, const Version& version, const Diagnostic& diagnostic);
/// <zs:diagnostics> with all of them; nothing when there is none.
void add_diagnostics(XmlBuilder& xml, const Version& version, const Diagnostics& diagnostics);

}  // namespace undex::serve::sru
