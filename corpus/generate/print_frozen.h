#pragma once
// For the programs of the build that make tables: prints one as C++.
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct FrozenRow {
  std::string key;    ///< cells with tabs between them, as many in every row
  std::string cells;  ///< with tabs between them
};
/// A function of that name that gives the rows as a FrozenTable, ordered by key; those of one key
/// stay in their order.
void print_frozen(std::string_view function, std::vector<FrozenRow> rows);

}  // namespace undex
