#pragma once
// The nearest of a few names to a mistyped one.
#include <string>
#include <string_view>
#include <vector>

namespace undex::tool {

/// The name with the fewest edits to `typed`, at most a third of its length; empty if none is that
/// near.
std::string nearest_name(std::string_view typed, const std::vector<std::string_view>& names);

}  // namespace undex::tool
