#pragma once
// Which files `undex index` reads: folders walked in natural order, what is no source passed over
// by name, and the bytes of a file read so that nothing but a regular file is ever opened.
#include <filesystem>
#include <string>
#include <vector>

namespace undex {

struct FoundSource {
  std::filesystem::path path;
  bool readable = true;  ///< a regular file; else `reason` tells why it is passed over
  bool missing = false;  ///< asked for by name and not there: a failure, not a thing passed over
  std::string reason;
  std::string remedy;
};

/// Paths given are followed even if they are links or hidden; nothing below them is.
std::vector<FoundSource> find_sources(const std::vector<std::filesystem::path>& paths);

/// The whole file. Throws Error{check} with reason and remedy: no regular file, over 256 MiB, no
/// permission, changed while it was read.
std::string read_source(const std::filesystem::path& path);

}  // namespace undex
