// --archives: several archives asked as one.
#include "tools/undex/archives.h"

#include "tools/undex/command.h"
#include "tools/undex/served_archives.h"
#include "undex/error.h"

namespace undex::tool {

Federation open_archives(const Arguments& arguments) {
  if (arguments.has("archive"))
    throw Error(ErrorKind::usage, "--archive and --archives are both given",
                "one archive, or a list of several");
  return Federation::open(read_archive_list(arguments.value("archives")),
                          federation_options(arguments));
}

Result ask_archives(const Arguments& arguments, const Request& request) {
  return open_archives(arguments).search(request);
}

}  // namespace undex::tool
