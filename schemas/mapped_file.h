#pragma once
// A file mapped for reading: its bytes without a copy, for as long as the object lives.
#include <cstddef>
#include <filesystem>
#include <span>
#include <utility>

namespace undex {

class MappedFile {
 public:
  MappedFile() = default;
  /// Throws Error{archive} when it cannot be read.
  explicit MappedFile(const std::filesystem::path& path);
  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~MappedFile();

  /// They begin at a page.
  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  std::span<const std::byte> bytes_;
};

}  // namespace undex
