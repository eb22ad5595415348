#include "tools/undex/filters.h"

#include <string_view>

#include "undex/error.h"

namespace undex::tool {
namespace {

/// At commas, but for those in quotes: agenda:"Information, and communication".
std::vector<std::string> values_of(std::string_view text) {
  std::vector<std::string> values(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      values.emplace_back();
    else
      values.back() += c;
  }
  return values;
}

}  // namespace

std::vector<Filter> filters_of(const Arguments& arguments) {
  std::vector<Filter> filters;
  for (const std::string& given : arguments.values("filter")) {
    const std::size_t colon = given.find(':');
    if (colon == std::string::npos)
      throw Error(ErrorKind::usage, "--filter: '" + given + "' is no field and values",
                  "write it as organ:ECOSOC or year:2002..2009; 'undex fields' lists the fields");
    filters.push_back(
        {given.substr(0, colon), values_of(std::string_view(given).substr(colon + 1))});
  }
  return filters;
}

}  // namespace undex::tool
