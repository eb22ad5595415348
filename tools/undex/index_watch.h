#pragma once
// undex index --watch: keeps an archive in step with folders.
#include "tools/undex/options.h"

namespace undex::tool {

/// Takes in what lies there, then what comes and changes, until a signal ends it; the exit status.
/// Between two runs the archive is free for others.
int watch_sources(const Arguments& arguments);

}  // namespace undex::tool
