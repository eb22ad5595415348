#pragma once
// A temporary folder that is ours alone, for converters that read and write files.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/convert/sandbox/rules.h"

namespace undex {

/// Made new below $TMPDIR or /tmp, where those go that killed processes left; removed with all that
/// is in it when the object goes.
class PrivateFolder {
 public:
  /// Throws Error{check} when it cannot be made.
  PrivateFolder();
  ~PrivateFolder();
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  const std::string& path() const { return path_; }
  /// Writes a new file, in a folder that is there. Throws Error{check}.
  void write(const std::string& name, std::string_view bytes) const;
  /// The file of that name; nothing when there is none, or a link, or more than `most` bytes.
  std::optional<std::string> read(const std::string& name, std::size_t most) const;

 private:
  std::string path_;
  Descriptor lock_;
};

}  // namespace undex
