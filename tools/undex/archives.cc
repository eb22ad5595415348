// --archives: several archives asked as one.
#include "tools/undex/command.h"
#include "undex/federation.h"

namespace undex::tool {

Result ask_archives(const Arguments& arguments, const Request& request) {
  const FederationOptions options{.deadline_ms = arguments.number("deadline")};
  if (options.deadline_ms == 0)
    throw Error(ErrorKind::usage, "--deadline 0 leaves no time to answer",
                "name milliseconds: --deadline 2000");
  return Federation::open(read_archive_list(arguments.value("archives")), options).search(request);
}

}  // namespace undex::tool
