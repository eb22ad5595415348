#include "schemas/fixity.h"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "corpus/hash.h"

namespace undex {
namespace {
namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "undex-stamps\t1\n";
constexpr std::uintmax_t kMaxStampsBytes = 1 << 20;
// What Xapian leaves of a lock.
constexpr std::string_view kLockFile = "flintlock";

std::int64_t nanoseconds(const struct timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

/// The next cell of a line, taken off it.
std::string_view take(std::string_view& line) {
  const std::size_t end = std::min(line.find('\t'), line.size());
  const std::string_view cell = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return cell;
}

template <typename Number>
bool take(std::string_view& line, Number& out) {
  const std::string_view cell = take(line);
  const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), out);
  return fault == std::errc() && end == cell.data() + cell.size();
}

/// The stamps that lie in the generation; none when the manifest is another than theirs.
std::vector<FileStamp> stamps_in(const fs::path& generation) {
  const fs::path path = generation / kStampsFile;
  std::error_code fault;
  if (fs::file_size(path, fault) > kMaxStampsBytes || fault) return {};
  std::ifstream in(path, std::ios::binary);
  std::vector<FileStamp> stamps = read_stamps(
      std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()));
  const std::optional<FileStamp> manifest = stamp_of(generation, std::string(kManifestFile));
  if (!manifest || std::find(stamps.begin(), stamps.end(), *manifest) == stamps.end())
    stamps.clear();
  return stamps;
}

std::string fault_of(const fs::path& generation, const ManifestFile& file,
                     const std::vector<FileStamp>& stamps) {
  const std::optional<FileStamp> found = stamp_of(generation, file.path);
  if (!found) return "it is missing or cannot be read";
  if (found->size_bytes != file.size_bytes)
    return "it has " + std::to_string(found->size_bytes) + " bytes where its manifest says " +
           std::to_string(file.size_bytes);
  if (std::find(stamps.begin(), stamps.end(), *found) != stamps.end()) return {};
  const std::optional<FileSum> sum = sum_of_file(generation / file.path);
  if (!sum) return "it cannot be read";
  return sum->sha256 == file.sha256 ? std::string() : "it does not match its checksum";
}

}  // namespace

std::optional<FileStamp> stamp_of(const fs::path& generation, const std::string& path) {
  struct stat found {};
  if (lstat((generation / path).c_str(), &found) != 0 || !S_ISREG(found.st_mode))
    return std::nullopt;
  return FileStamp{.path = path,
                   .inode = found.st_ino,
                   .size_bytes = static_cast<std::uint64_t>(found.st_size),
                   .modified_ns = nanoseconds(found.st_mtim),
                   .changed_ns = nanoseconds(found.st_ctim)};
}

std::string write_stamps(const std::vector<FileStamp>& stamps) {
  std::string out(kFirstLine);
  for (const FileStamp& stamp : stamps)
    out += stamp.path + '\t' + std::to_string(stamp.inode) + '\t' +
           std::to_string(stamp.size_bytes) + '\t' + std::to_string(stamp.modified_ns) + '\t' +
           std::to_string(stamp.changed_ns) + '\n';
  return out + "end\t" + sha256_hex(out) + '\n';
}

std::vector<FileStamp> read_stamps(std::string_view text) {
  const std::size_t end = text.rfind("end\t");
  if (!text.starts_with(kFirstLine) || end == std::string_view::npos ||
      text.substr(end) != "end\t" + sha256_hex(text.substr(0, end)) + "\n")
    return {};
  std::vector<FileStamp> stamps;
  std::string_view lines = text.substr(kFirstLine.size(), end - kFirstLine.size());
  while (!lines.empty()) {
    const std::size_t stop = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, stop);
    lines.remove_prefix(std::min(stop + 1, lines.size()));
    FileStamp& stamp = stamps.emplace_back();
    stamp.path = take(line);
    if (!take(line, stamp.inode) || !take(line, stamp.size_bytes) ||
        !take(line, stamp.modified_ns) || !take(line, stamp.changed_ns))
      return {};
  }
  return stamps;
}

std::vector<FileFault> faults_in(const fs::path& generation, const Manifest& manifest,
                                 Trust trust) {
  std::vector<FileStamp> stamps;
  if (trust == Trust::stamps) stamps = stamps_in(generation);
  std::vector<FileFault> faults;
  for (const ManifestFile& file : manifest.files)
    if (std::string what = fault_of(generation, file, stamps); !what.empty())
      faults.push_back({file.path, std::move(what)});
  return faults;
}

bool has_stamps(const fs::path& generation, const Manifest& manifest) {
  const std::vector<FileStamp> stamps = stamps_in(generation);
  return std::all_of(manifest.files.begin(), manifest.files.end(), [&](const ManifestFile& file) {
    const std::optional<FileStamp> found = stamp_of(generation, file.path);
    return found && std::find(stamps.begin(), stamps.end(), *found) != stamps.end();
  });
}

std::vector<std::string> strays_in(const fs::path& generation, const Manifest& manifest) {
  std::vector<std::string> strays;
  std::error_code fault;
  for (const fs::directory_entry& entry :
       fs::recursive_directory_iterator(generation, fs::directory_options::none, fault)) {
    const std::string path = entry.path().lexically_relative(generation).generic_string();
    if (entry.is_directory() || path == kManifestFile || path == kStampsFile ||
        entry.path().filename() == kLockFile)
      continue;
    if (std::none_of(manifest.files.begin(), manifest.files.end(),
                     [&](const ManifestFile& file) { return file.path == path; }))
      strays.push_back(path);
  }
  return strays;
}

}  // namespace undex
