#pragma once
// Whether the files of a generation (index_form.h) are the bytes that were published. Two files
// tell: manifest.tsv has size and SHA-256 of each, stamps.tsv what the file system said of each
// when it was published (inode, size, times of modification and change). A file of which it still
// says the same was not written to since, so opening an index need not read it through. Any other
// (damaged, copied, restored) is compared with its checksum. Decay below the file system changes no
// stamp: `undex verify` reads every byte.
//
// stamps.tsv: first line "undex-stamps\t1", one line
// "<path>\t<inode>\t<size>\t<modified>\t<changed>" a file, the manifest among them, times in
// nanoseconds; last line "end\t<SHA-256 of the lines before>". It is no part of what is published:
// without it, or when it is damaged, every file is read.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/index_form.h"

namespace undex {

inline constexpr std::string_view kStampsFile = "stamps.tsv";

struct FileStamp {
  std::string path;  ///< in the generation
  std::uint64_t inode = 0;
  std::uint64_t size_bytes = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;
  bool operator==(const FileStamp&) const = default;
};
/// Nothing when it is no regular file.
std::optional<FileStamp> stamp_of(const std::filesystem::path& generation, const std::string& path);
std::string write_stamps(const std::vector<FileStamp>& stamps);
/// Empty when it is damaged.
std::vector<FileStamp> read_stamps(std::string_view text);

struct FileFault {
  std::string path;  ///< in the generation
  std::string what;  ///< "it does not match its checksum"
};
enum class Trust { stamps, nothing };
/// Files of the manifest that are not what it says. With Trust::nothing every byte is read.
std::vector<FileFault> faults_in(const std::filesystem::path& generation, const Manifest& manifest,
                                 Trust trust);
/// Whether every file has its stamp, so that opening reads none through.
bool has_stamps(const std::filesystem::path& generation, const Manifest& manifest);
/// Files that lie in the generation without being part of it.
std::vector<std::string> strays_in(const std::filesystem::path& generation,
                                   const Manifest& manifest);

}  // namespace undex
