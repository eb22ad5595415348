#pragma once
// The compound file that old Office programs write (OLE2): streams by name, like a small disk.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

/// Reads the bytes it is given and keeps a view of them. Never throws for what is in them; loops
/// and offsets outside end a stream.
class CompoundFile {
 public:
  explicit CompoundFile(std::string_view bytes);

  /// The bytes begin as a compound file does.
  static bool is_one(std::string_view bytes);
  /// Names of the streams and folders at its root; empty when its directory cannot be read.
  std::vector<std::string> names() const;
  bool has(std::string_view name) const;
  /// The first `most` bytes of a stream at the root; nothing when there is none of that name.
  /// Capitals and small letters count as one.
  std::optional<std::string> stream(std::string_view name, std::size_t most) const;

 private:
  struct Entry {
    std::string name;
    std::uint32_t first = 0;
    std::uint64_t size = 0;
    std::uint32_t left = 0, right = 0, child = 0;
  };
  void read_table(std::string_view bytes);
  void read_directory();
  void list_root();
  std::string_view sector(std::uint32_t number) const;
  std::uint32_t next(std::uint32_t number) const;
  std::string chain(std::uint32_t first, std::size_t most) const;
  std::string small_chain(std::uint32_t first, std::size_t most) const;

  std::string_view bytes_;
  std::size_t sector_size_ = 512;
  std::vector<std::uint32_t> table_sectors_;  ///< where the table of successors lies
  std::vector<Entry> entries_;
  std::vector<std::size_t> root_;  ///< entries at the root
};

}  // namespace undex
