#pragma once
// Names of CQL: context sets with their URIs, the prefixes a query gives them, and the indexes.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/cql/scan.h"
#include "searcher/query/query.h"

namespace undex::cql {

/// `> dc = "info:srw/cql-context-set/1/dc-v1.1"`; an empty name is that of indexes without prefix.
struct Prefix {
  std::string name;       ///< in lower case
  std::string_view set;   ///< our name of the context set
  std::size_t depth = 0;  ///< of the parentheses it stands in
};

/// Our name of the context set with that URI ("dc"); empty when we know none.
std::string_view set_of_uri(std::string_view uri);

/// What an index of a query is.
struct Target {
  enum class Kind { text, all_records };
  Kind kind = Kind::text;
  const Field* field = nullptr;  ///< nullptr for the whole text
};
/// Throws CqlError (15, 16, 50) when there is none of that name. The last prefixes hide the first.
Target target_of(const Token& index, const std::vector<Prefix>& prefixes, std::string_view query);

/// A name of a relation or a modifier without its prefix ("cql.any" -> "any", "sort.ascending" ->
/// "ascending"), in lower case; `set` is the one it must be of. Another prefix stays on.
std::string bare_name(std::string_view name, std::string_view set,
                      const std::vector<Prefix>& prefixes);

}  // namespace undex::cql
