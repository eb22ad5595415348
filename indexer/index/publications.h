#pragma once
// Writes down when a generation of the index became current (schemas/publications.h).
#include <cstddef>
#include <filesystem>
#include <optional>

namespace undex {

/// Records that the archive up to `revision` is served now. Called when the generation is current
/// already, so that nothing was to be seen before the time recorded; twice, or after a crash in
/// between, changes nothing that holds. `before`: the revision of the generation before, if any,
/// which tells what an index without the file had. Error{archive} naming path and cause.
void record_publication(const std::filesystem::path& index, std::size_t revision,
                        std::optional<std::size_t> before);

}  // namespace undex
