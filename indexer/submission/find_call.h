#pragma once
// The call that a person names.
#include <string>

#include "schemas/call.h"

namespace undex {

/// A path to a call file, else the id or reference of a bundled one. Error{usage} with the nearest;
/// Error{check} for a file that is none.
Call find_call(const std::string& path_or_id);

}  // namespace undex
