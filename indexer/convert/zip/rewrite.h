#pragma once
// A zip archive with some of its files exchanged; the rest is copied as it is packed.
#include <map>
#include <string>
#include <string_view>

namespace undex {

/// `files`: by their names, new bytes of files that are there or are added at the end. Throws
/// Error{check} when the bytes are no zip archive, with the remedy given.
std::string rewrite_zip(std::string_view bytes, const std::map<std::string, std::string>& files,
                        const std::string& remedy);

}  // namespace undex
