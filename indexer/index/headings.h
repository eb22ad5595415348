#pragma once
// headings.bin of a generation (schemas/headings.h): the labels of the thesaurus that is kept
// beside the archive.
#include <filesystem>
#include <optional>
#include <string>

#include "corpus/archive.h"

namespace undex {

/// SHA-256 of the thesaurus that is kept; nothing when none is. Error{archive} when it cannot be
/// read.
std::optional<std::string> kept_thesaurus(const Archive& archive);

/// Whether the generation has the labels of the thesaurus of this checksum; of none, whether it has
/// none.
bool has_headings(const std::filesystem::path& generation,
                  const std::optional<std::string>& thesaurus);

/// Writes the labels of the kept thesaurus into the folder; nothing when none is kept. Error naming
/// the thesaurus and the way out when it is damaged.
void write_headings_file(const Archive& archive, const std::filesystem::path& folder);

}  // namespace undex
