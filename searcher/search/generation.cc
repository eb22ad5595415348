#include "searcher/search/generation.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "corpus/hash.h"
#include "corpus/text.h"
#include "undex/error.h"

namespace undex::search {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxManifestBytes = 1 << 20;
constexpr std::string_view kRebuild = "make the index anew with 'undex rebuild'";

[[noreturn]] void fail(const fs::path& path, const std::string& what, std::string_view hint) {
  throw Error(ErrorKind::archive, "cannot read index '" + printable(path.string()) + "': " + what,
              std::string(hint));
}

std::string read_whole(const fs::path& path, std::uintmax_t limit) {
  std::error_code fault;
  const std::uintmax_t size = fs::file_size(path, fault);
  if (fault) fail(path, fault.message(), kRebuild);
  if (size > limit) fail(path, "it is larger than it can be", kRebuild);
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.good() && !in.eof()) fail(path, "it cannot be read", kRebuild);
  return bytes;
}

/// A name of ours, so that no damaged `current` leads out of the folder.
bool is_generation_name(std::string_view name) {
  return name.starts_with("gen-") && name.size() <= 64 &&
         std::all_of(name.begin() + 4, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Relative, and below the generation.
bool is_inside(const std::string& path) {
  const fs::path relative(path);
  return !path.empty() && relative.is_relative() &&
         std::none_of(relative.begin(), relative.end(),
                      [](const fs::path& part) { return part == ".."; });
}

std::string hash_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return sha256_hex(bytes);
}

void check_size(const Generation& generation, const ManifestFile& file) {
  const fs::path path = generation.dir / file.path;
  if (!is_inside(file.path)) fail(path, "the manifest names a file outside the index", kRebuild);
  std::error_code fault;
  const std::uintmax_t size = fs::file_size(path, fault);
  if (fault) fail(path, fault.message(), kRebuild);
  if (size != file.size_bytes)
    fail(path,
         "it has " + std::to_string(size) + " bytes where its manifest says " +
             std::to_string(file.size_bytes),
         kRebuild);
}

}  // namespace

Generation current_generation(const fs::path& archive) {
  const fs::path folder = archive / kIndexFolder;
  std::error_code ignored;
  if (!fs::is_directory(archive, ignored))
    throw Error(ErrorKind::archive, "there is no archive '" + printable(archive.string()) + "'",
                "make one with 'undex index PATH', or name one with --archive");
  if (!fs::exists(folder / kCurrentFile, ignored))
    throw Error(ErrorKind::archive,
                "the archive '" + printable(archive.string()) + "' has no index",
                "make it with 'undex index PATH' or 'undex rebuild'");
  std::string name = read_whole(folder / kCurrentFile, 128);
  while (!name.empty() && (name.back() == '\n' || name.back() == '\r')) name.pop_back();
  if (!is_generation_name(name))
    fail(folder / kCurrentFile, "it names no generation of the index", kRebuild);
  Generation generation{.dir = folder / name, .name = name, .manifest = {}};
  generation.manifest =
      read_manifest(read_whole(generation.dir / kManifestFile, kMaxManifestBytes));
  if (generation.manifest.files.empty())
    fail(generation.dir / kManifestFile, "it names no file", kRebuild);
  for (const ManifestFile& file : generation.manifest.files) check_size(generation, file);
  return generation;
}

std::vector<std::string> faults_of(const Generation& generation) {
  std::vector<std::string> faults;
  std::set<std::string> named;
  for (const ManifestFile& file : generation.manifest.files) {
    named.insert(file.path);
    std::error_code fault;
    const fs::path path = generation.dir / file.path;
    if (!fs::is_regular_file(path, fault))
      faults.push_back("index file '" + file.path + "' is missing");
    else if (hash_of(path) != file.sha256)
      faults.push_back("index file '" + file.path + "' does not match its checksum");
  }
  std::error_code fault;
  for (const fs::directory_entry& entry :
       fs::recursive_directory_iterator(generation.dir, fs::directory_options::none, fault)) {
    const std::string path = entry.path().lexically_relative(generation.dir).generic_string();
    // Xapian's lock file is no part of what was published.
    if (entry.is_directory() || path == kManifestFile || path.ends_with("flintlock")) continue;
    if (!named.contains(path))
      faults.push_back("'" + printable(path) + "' is no file of the index");
  }
  return faults;
}

}  // namespace undex::search
