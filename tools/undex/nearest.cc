#include "tools/undex/nearest.h"

#include <algorithm>

#include "corpus/strings.h"

namespace undex::tool {
std::string nearest_name(std::string_view typed, const std::vector<std::string_view>& names) {
  typed = typed.substr(0, 40);
  std::size_t best = std::max<std::size_t>(1, typed.size() / 3) + 1;
  std::string_view nearest;
  for (const std::string_view name : names) {
    const std::size_t distance = edit_distance(typed, name.substr(0, 80));
    if (distance >= best) continue;
    best = distance;
    nearest = name;
  }
  return std::string(nearest);
}

}  // namespace undex::tool
