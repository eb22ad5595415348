#pragma once
// The feed of a saved search as a file: what the service answers at its address.
#include "tools/undex/watch_file.h"

namespace undex::tool {

/// Written aside and renamed, so that a reader meets a whole feed. Error{archive} when it cannot
/// be.
void write_feed(const SavedSearch& watch);

}  // namespace undex::tool
