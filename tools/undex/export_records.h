#pragma once
// undex export --what record: documents as citations and catalogue records.
#include "tools/undex/options.h"

namespace undex::tool {

/// Documents held under the words, or else what they find as a query; the exit status.
int export_records(const Arguments& arguments);

}  // namespace undex::tool
