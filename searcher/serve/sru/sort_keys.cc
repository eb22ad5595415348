#include "searcher/serve/sru/sort_keys.h"

#include <algorithm>
#include <array>
#include <vector>

#include "corpus/ascii.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "searcher/query/cql.h"
#include "searcher/serve/sru/record_schemas.h"

namespace undex::serve::sru {
namespace {

bool is_index_name(std::string_view path) {
  return !path.empty() && std::ranges::all_of(path, [](char c) {
    return is_letter(c) || is_digit(c) || c == '.' || c == '$' || c == '_';
  });
}

/// The parts of a key behind its path: what each may be, and what else it would be.
struct PartRow {
  bool (*offered)(std::string_view value);
  Problem problem;
};
constexpr auto kParts = std::to_array<PartRow>({
    {[](std::string_view schema) {
       return schema.empty() || find_record_schema(schema) != nullptr;
     },
     Problem::sort_schema},
    {[](std::string_view ascending) {
       return ascending.empty() || ascending == "0" || ascending == "1";
     },
     Problem::value},
    {[](std::string_view with_case) { return with_case.empty() || with_case == "0"; },
     Problem::sort_case},
    // What has no date comes last, upwards and downwards.
    {[](std::string_view missing) { return missing.empty(); }, Problem::sort_missing},
});

std::optional<Diagnostic> fault_of(const std::vector<std::string_view>& parts,
                                   std::string_view key) {
  if (!is_index_name(parts.front())) return diagnostic(Problem::sort_path, printable(key));
  if (parts.size() > kParts.size() + 1) return diagnostic(Problem::value, "sortKeys");
  for (std::size_t at = 1; at < parts.size(); ++at)
    if (!kParts[at - 1].offered(parts[at]))
      return diagnostic(kParts[at - 1].problem, printable(parts[at]));
  return std::nullopt;
}

}  // namespace

std::optional<Order> order_of(const std::string& sort_keys, Diagnostics& faults) {
  const std::string keys = collapse_spaces(sort_keys);
  if (keys.find(' ') != std::string::npos) {
    faults.push_back(diagnostic(Problem::too_many_sort_keys, "1"));
    return std::nullopt;
  }
  const std::vector<std::string_view> parts = split(keys, ',');
  if (std::optional<Diagnostic> fault = fault_of(parts, keys)) {
    faults.push_back(std::move(*fault));
    return std::nullopt;
  }
  const bool descending = parts.size() > 2 && parts[2] == "0";
  try {
    return parse_cql("cql.allRecords = 1 sortBy " + std::string(parts.front()) +
                     (descending ? "/descending" : "/ascending"))
        .sort_by.front()
        .order;
  } catch (const QueryError& error) {
    faults.push_back(diagnostic(error));
    return std::nullopt;
  }
}

}  // namespace undex::serve::sru
