#pragma once
// A file that is written from its beginning.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <utility>

namespace undex {

class Output {
 public:
  explicit Output(std::filesystem::path path)
      : path_(std::move(path)), out_(path_, std::ios::binary | std::ios::trunc) {}
  std::ostream& stream() { return out_; }
  const std::filesystem::path& path() const { return path_; }
  /// So many bytes of a file, from its beginning. Error{archive} when it has fewer.
  void put_file(const std::filesystem::path& from, std::uint64_t bytes);
  /// Error{archive} when anything could not be written.
  void close();

 private:
  std::filesystem::path path_;
  std::ofstream out_;
};

}  // namespace undex
