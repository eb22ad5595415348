#pragma once
// --archives: several archives asked as one.
#include "tools/undex/options.h"
#include "undex/federation.h"

namespace undex::tool {

/// The archives of the list, with --deadline. Error{usage} when one archive is named too.
Federation open_archives(const Arguments& arguments);

}  // namespace undex::tool
