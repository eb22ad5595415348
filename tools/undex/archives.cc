// --archives: several archives asked as one.
#include "tools/undex/command.h"
#include "tools/undex/served_archives.h"

namespace undex::tool {

Result ask_archives(const Arguments& arguments, const Request& request) {
  return Federation::open(read_archive_list(arguments.value("archives")),
                          federation_options(arguments))
      .search(request);
}

}  // namespace undex::tool
