#include "tools/undex/given.h"

#include <optional>
#include <utility>

#include "searcher/answers/requests.h"
#include "undex/error.h"

namespace undex::tool {
std::vector<Filter> filters_of(const Arguments& arguments) {
  std::vector<Filter> filters;
  for (const std::string& given : arguments.values("filter")) {
    std::optional<Filter> filter = answers::read_filter(given);
    if (!filter)
      throw Error(ErrorKind::usage, "--filter: '" + given + "' is no field and values",
                  "write it as organ:ECOSOC or year:2002..2009; 'undex fields' lists the fields");
    filters.push_back(std::move(*filter));
  }
  return filters;
}

}  // namespace undex::tool
