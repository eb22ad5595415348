#pragma once
// A zip archive in memory, by its directory. Nothing is believed: what is unpacked is counted, and
// names are only words. With rewrite.h the only user of libzip.
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace undex {

struct ZipEntry {
  std::string name;  ///< as written, UTF-8
  std::size_t size_bytes = 0;
  std::size_t packed_bytes = 0;
  bool encrypted = false;
  bool link = false;  ///< a symbolic link; its bytes are where it leads

  bool is_folder() const { return name.ends_with('/'); }
  /// More than 1 MiB and more than 100 times what it is packed in.
  bool is_bomb() const;
};

class ZipArchive {
 public:
  /// Throws Error{check} when the bytes are no zip archive, or one of more than 10,000 entries. The
  /// bytes must outlive the archive; `remedy` is what to tell of any fault.
  ZipArchive(std::string_view bytes, std::string remedy);
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  std::size_t size() const;
  ZipEntry entry(std::size_t number) const;
  /// The first of this name, whatever the case of its letters.
  std::optional<std::size_t> find(const std::string& name) const;
  /// Its bytes. Throws Error{check}: encrypted, damaged, more than `most` bytes, more than it says,
  /// a bomb.
  std::string read(std::size_t number, std::size_t most) const;

 private:
  struct Closer {
    void operator()(zip* archive) const;
  };
  std::size_t size_bytes_;
  std::string remedy_;
  std::unique_ptr<zip, Closer> archive_;
};

}  // namespace undex
