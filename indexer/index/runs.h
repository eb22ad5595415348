#pragma once
// runs.bin (schemas/runs.h), made from the databases when they are whole, in bounded memory: the
// runs of the paragraphs are sorted in pieces on the disk, which are merged.
#include <filesystem>

#include "indexer/index/build.h"

namespace undex {

/// Writes the runs of the paragraphs that lie in the folder beside their database. `before`: the
/// generation that the databases were copied from before they were changed, empty when they were
/// made anew; what it knows of paragraphs that are still there is taken over, and only the others
/// are read. Error{archive} when the disk fails.
void write_runs(const std::filesystem::path& folder, const std::filesystem::path& before = {},
                const WorkerBounds& bounds = worker_bounds({}));

}  // namespace undex
