#pragma once
// deleted.bin (schemas/deleted.h): what of a base counts no more. Errors{archive} when the disk
// fails.
#include <filesystem>
#include <set>
#include <string>

namespace undex {

/// Of the documents of `base` with these archive keys, into `folder`.
void write_deleted_file(const std::filesystem::path& base, const std::set<std::string>& keys,
                        const std::filesystem::path& folder);

/// Archive keys of the documents of `base` that the generation in `folder` has as deleted.
std::set<std::string> deleted_keys(const std::filesystem::path& base,
                                   const std::filesystem::path& folder);

}  // namespace undex
