#pragma once
// Which files `undex index` reads: folders walked in natural order, what is no source passed over
// by name, and the bytes of a file read so that nothing but a regular file is ever opened.
#include <filesystem>
#include <string>
#include <vector>

namespace undex {

struct FoundSource {
  enum class Kind {
    file,
    piped,        ///< what stands on standard input; `path` is what it is called
    passed_over,  ///< no source: `reason` tells why
    missing,      ///< asked for by name and not there, or not to be read: a failure
    gone,         ///< there at an earlier look
  };
  std::filesystem::path path;
  Kind kind = Kind::file;
  std::string reason = {};
  std::string remedy = {};

  /// The path in reports and in the archive: UTF-8, broken bytes as "\xE9".
  std::string name() const;
};

/// Paths given are followed even if they are links or hidden; nothing below them is. An archive of
/// undex is passed over. What is given twice is found once.
std::vector<FoundSource> find_sources(const std::vector<std::filesystem::path>& paths);

/// Standard input as a source of that name.
FoundSource standard_input(const std::string& name);

/// How many bytes it has; 0 where that cannot be told.
std::size_t size_of(const FoundSource& source);

/// All its bytes. Throws Error{check} with reason and remedy: no regular file, over 256 MiB, no
/// permission, changed while it was read.
std::string read_source(const FoundSource& source);
std::string read_source(const std::filesystem::path& path);

}  // namespace undex
