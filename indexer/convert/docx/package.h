#pragma once
// The zip archive of an Office document: its parts by name, and which part belongs to which.
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/convert/zip/archive.h"

namespace undex {

struct Relationship {
  std::string type;       ///< last word of its address: "styles", "footnotes", "header"
  std::string target;     ///< name of the part: "word/styles.xml"; as written when external
  bool external = false;  ///< the target lies outside the package: an address or a file
};

/// What is read from a package is counted: 256 MiB in all, 100:1 above 1 MiB, 10,000 entries.
class DocxPackage {
 public:
  /// Throws Error{check} when the bytes are no zip archive that can be read.
  explicit DocxPackage(std::string_view bytes);

  /// Name of the Word document in it, by _rels/.rels and [Content_Types].xml; empty for none.
  std::string main_part();
  /// UTF-8, checked by check_xml; nothing when there is no such part. Throws Error{check}.
  std::optional<std::string> read(const std::string& part);
  /// As read(), and the bytes as they are: pictures, macros, files within the file.
  std::optional<std::string> read_bytes(const std::string& part);
  /// By their ids; empty when the part has none.
  std::map<std::string, Relationship> relationships(const std::string& part);
  /// Names of all entries, in their order.
  std::vector<std::string> parts() const;

 private:
  std::size_t left_;
  ZipArchive archive_;
};

}  // namespace undex
