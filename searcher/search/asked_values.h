#pragma once
// Which values of a field the conditions of a query ask for.
#include <set>
#include <string>
#include <vector>

#include "schemas/columns.h"
#include "searcher/query/query.h"

namespace undex::search {

/// By name, or by ranges that all must hold. The tree must outlive it.
class AskedValues {
 public:
  AskedValues(const Field& field, const Node& tree) : field_(field) { take(tree); }
  bool by_name(const ColumnValue& value) const;
  bool by_range() const { return !ranges_.empty(); }
  bool has(const ColumnValue& value) const;

 private:
  using Ranges = std::vector<const RangeNode*>;  ///< any of them
  void take(const Node& node);

  const Field& field_;
  std::set<std::string> terms_;
  std::vector<Ranges> ranges_;
};

}  // namespace undex::search
