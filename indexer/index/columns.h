#pragma once
// columns.bin (schemas/columns.h), made from the two databases when they are whole: one pass over
// each value slot, so that an index that was changed in place gets the same columns as a new one.
#include <filesystem>

namespace undex {

/// Writes the columns of the databases that lie in the folder beside them, with those of `base`,
/// where they rest on one (empty for none). Error{archive} when the disk fails.
void write_columns(const std::filesystem::path& folder, const std::filesystem::path& base = {});

}  // namespace undex
