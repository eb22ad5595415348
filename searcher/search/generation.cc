#include "searcher/search/generation.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "corpus/archive.h"
#include "corpus/text.h"
#include "schemas/fixity.h"
#include "schemas/version.h"
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

/// Without what it rests on.
Generation read_one(const fs::path& archive, const std::string& name) {
  Generation generation{.dir = archive / kIndexFolder / name, .name = name, .manifest = {}};
  generation.manifest =
      read_manifest(read_whole(generation.dir / kManifestFile, kMaxManifestBytes));
  if (generation.manifest.version < kIndexVersion)
    fail(generation.dir, "it has an older form, " + std::to_string(generation.manifest.version),
         kRebuild);
  if (generation.manifest.files.empty())
    fail(generation.dir / kManifestFile, "it names no file", kRebuild);
  const std::vector<FileFault> faults =
      faults_in(generation.dir, generation.manifest, Trust::stamps);
  if (!faults.empty()) fail(generation.dir / faults.front().path, faults.front().what, kRebuild);
  return generation;
}

}  // namespace

std::string current_name(const fs::path& archive) {
  const fs::path folder = archive / kIndexFolder;
  std::error_code ignored;
  if (!fs::is_directory(archive, ignored))
    throw Error(ErrorKind::archive, "there is no archive '" + printable(archive.string()) + "'",
                "make one with 'undex index PATH', or name one with --archive");
  check_archive_form(archive);
  if (!fs::exists(folder / kCurrentFile, ignored))
    throw Error(ErrorKind::archive,
                "the archive '" + printable(archive.string()) + "' has no index",
                "make it with 'undex index PATH' or 'undex rebuild'");
  std::string name = read_whole(folder / kCurrentFile, 128);
  while (!name.empty() && (name.back() == '\n' || name.back() == '\r')) name.pop_back();
  if (!is_generation_name(name))  // so that no damaged file leads out of the folder
    fail(folder / kCurrentFile, "it names no generation of the index", kRebuild);
  return name;
}

Generation read_generation(const fs::path& archive, const std::string& name) {
  Generation generation = read_one(archive, name);
  if (generation.manifest.base.empty()) return generation;
  generation.base = std::make_shared<const Generation>(read_one(archive, generation.manifest.base));
  if (!rests_on(generation.manifest, generation.base->manifest))
    fail(generation.dir,
         "'" + generation.manifest.base + "' is not the generation that it rests on", kRebuild);
  return generation;
}

std::vector<std::string> faults_of(const Generation& generation) {
  std::vector<std::string> faults;
  if (generation.base)
    for (const std::string& fault : faults_of(*generation.base))
      faults.push_back(generation.base->name + ": " + fault);
  for (const FileFault& fault : faults_in(generation.dir, generation.manifest, Trust::nothing))
    faults.push_back("index file '" + printable(fault.path) + "': " + fault.what);
  for (const std::string& path : strays_in(generation.dir, generation.manifest))
    faults.push_back("'" + printable(path) + "' is no file of the index");
  return faults;
}

}  // namespace undex::search
