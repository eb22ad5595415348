#pragma once
// What of a page is shown: a row of the page's table, chosen by the parameter `show`.
#include <algorithm>
#include <iterator>
#include <string>

#include "undex/error.h"

namespace undex::serve {

/// The row of that name (`name` of a row). Error{usage} that lists all names where there is none.
template <typename Table>
const auto& shown_named(const Table& table, const std::string& name) {
  const auto found = std::find_if(std::begin(table), std::end(table),
                                  [&](const auto& row) { return row.name == name; });
  if (found != std::end(table)) return *found;
  std::string offered;
  for (const auto& row : table) offered += (offered.empty() ? "" : ", ") + std::string(row.name);
  throw Error(ErrorKind::usage, "show: '" + name + "' is not offered", "choose one of " + offered);
}

}  // namespace undex::serve
