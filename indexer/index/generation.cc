#include "indexer/index/generation.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <exception>
#include <future>
#include <iterator>
#include <thread>
#include <vector>

#include "indexer/index/file.h"
#include "schemas/fixity.h"
#include "schemas/version.h"
#include "undex/error.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kGenerationPrefix = "gen-";
constexpr std::string_view kBuildingFolder = "building";

/// 7 for "gen-000007"; 0 for any other name.
std::size_t number_of(const std::string& name) {
  if (!name.starts_with(kGenerationPrefix)) return 0;
  const std::string digits = name.substr(kGenerationPrefix.size());
  const bool number =
      !digits.empty() && digits.size() <= 9 &&
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number ? std::stoul(digits) : 0;
}

std::string name_of_number(std::size_t number) {
  std::string digits = std::to_string(number);
  return std::string(kGenerationPrefix) +
         std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

std::string current_name(const fs::path& index) {
  const auto text = disk::try_read_file(index / kCurrentFile);
  if (!text) return {};
  const std::string name = text->substr(0, text->find('\n'));
  return number_of(name) > 0 ? name : std::string();
}

std::vector<std::string> generation_names(const fs::path& index) {
  std::vector<std::string> names;
  for (const fs::path& path : disk::entries_of(index))
    if (number_of(path.filename()) > 0) names.push_back(path.filename());
  std::sort(names.begin(), names.end(),
            [](const std::string& a, const std::string& b) { return number_of(a) < number_of(b); });
  return names;
}

/// Nothing when there is none, or a damaged one.
std::optional<Manifest> manifest_of(const fs::path& generation) {
  const auto text = disk::try_read_file(generation / kManifestFile);
  if (!text) return std::nullopt;
  try {
    return read_manifest(*text);
  } catch (const Error& error) {
    // A damaged manifest is as good as none: the index is made anew. A newer form is not ours to
    // replace.
    if (error.kind == ErrorKind::version) throw;
    return std::nullopt;
  }
}

std::optional<Generation> generation_of(const fs::path& index, const std::string& name) {
  auto manifest = manifest_of(index / name);
  if (!manifest || !faults_in(index / name, *manifest, Trust::stamps).empty()) return std::nullopt;
  return Generation{.name = name, .path = index / name, .manifest = std::move(*manifest)};
}

Manifest make_manifest(const fs::path& folder, std::size_t revision, const Generation* base) {
  Manifest manifest{.version = kIndexVersion, .revision = revision};
  if (base) manifest.base = base->name, manifest.base_sha256 = base->manifest.sha256;
  for (const fs::path& file : disk::files_below(folder)) {
    const std::string path = file.lexically_relative(folder).generic_string();
    if (path != kManifestFile && path != kStampsFile)
      manifest.files.push_back({.path = path, .size_bytes = 0, .sha256 = {}});
  }
  disk::side_by_side(manifest.files.size(), [&](std::size_t at) {
    ManifestFile& file = manifest.files[at];
    const FileSum sum = disk::file_sum(folder / file.path);
    file.size_bytes = sum.size_bytes;
    file.sha256 = sum.sha256;
  });
  std::sort(manifest.files.begin(), manifest.files.end(),
            [](const ManifestFile& a, const ManifestFile& b) { return a.path < b.path; });
  return manifest;
}

/// Where the clock of a file system ticks at all, it does so every 1 to 10 ms.
constexpr std::chrono::milliseconds kFileClockTick{20};

/// Returns when what is written beside `probe`, a file that it writes, no longer bears a time of
/// the stamps: by the clock of its own file system, which tells best.
void await_later_time(const fs::path& probe, const std::vector<FileStamp>& stamps) {
  std::int64_t newest = 0;
  for (const FileStamp& stamp : stamps)
    newest = std::max({newest, stamp.modified_ns, stamp.changed_ns});
  const auto latest = std::chrono::steady_clock::now() + kFileClockTick;
  while (std::chrono::steady_clock::now() < latest) {
    disk::write_file(probe, "\n");
    const auto now = stamp_of(probe.parent_path(), probe.filename());
    if (now && std::min(now->modified_ns, now->changed_ns) > newest) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

/// Stamps of all files in the folder, which are written and synced.
void put_stamps(const fs::path& folder) {
  std::vector<FileStamp> stamps;
  for (const fs::path& file : disk::files_below(folder))
    if (auto stamp = stamp_of(folder, file.lexically_relative(folder).generic_string()))
      stamps.push_back(std::move(*stamp));
  std::sort(stamps.begin(), stamps.end(),
            [](const FileStamp& a, const FileStamp& b) { return a.path < b.path; });
  const fs::path file = folder / kStampsFile, staged = disk::staged_for(file);
  std::erase_if(stamps, [&](const FileStamp& stamp) {
    return stamp.path == kStampsFile || stamp.path == staged.filename();
  });
  await_later_time(staged, stamps);
  disk::replace_file(file, write_stamps(stamps));
}

}  // namespace

std::optional<Generation> current_generation(const fs::path& index) {
  const std::string name = current_name(index);
  if (name.empty()) return std::nullopt;
  std::optional<Generation> generation = generation_of(index, name);
  if (!generation || generation->manifest.base.empty()) return generation;
  const std::optional<Generation> base = generation_of(index, generation->manifest.base);
  if (!base || !rests_on(generation->manifest, base->manifest)) return std::nullopt;
  generation->base = std::make_shared<const Generation>(*base);
  return generation;
}

bool is_sound(const Generation& generation) {
  std::atomic<bool> sound = true;
  disk::side_by_side(generation.manifest.files.size(), [&](std::size_t at) {
    Manifest one = generation.manifest;
    one.files = {generation.manifest.files[at]};
    if (!faults_in(generation.path, one, Trust::nothing).empty()) sound = false;
  });
  return sound && strays_in(generation.path, generation.manifest).empty();
}

void renew_stamps(const Generation& generation) {
  if (!has_stamps(generation.path, generation.manifest)) put_stamps(generation.path);
  if (generation.base) renew_stamps(*generation.base);
}

NextGeneration begin_generation(const fs::path& index) {
  disk::make_folder(index);
  const std::vector<std::string> names = generation_names(index);
  std::size_t last = number_of(current_name(index));
  if (!names.empty()) last = std::max(last, number_of(names.back()));
  NextGeneration next{.name = name_of_number(last + 1), .building = index / kBuildingFolder};
  disk::remove_tree(next.building);
  disk::make_folder(next.building);
  return next;
}

std::future<void> sweep_generations(const fs::path& index) {
  const std::string current = current_name(index);
  std::vector<std::string> swept = generation_names(index);
  std::erase(swept, current);
  if (const auto manifest = current.empty() ? std::nullopt : manifest_of(index / current))
    std::erase(swept, manifest->base);
  return std::async(std::launch::async, [index, swept] {
    std::exception_ptr first;
    for (const std::string& name : swept) {
      try {
        disk::remove_tree(index / name);
      } catch (const Error&) {
        if (!first) first = std::current_exception();
      }
    }
    if (first) std::rethrow_exception(first);
  });
}

void publish_generation(const fs::path& index, const NextGeneration& next, std::size_t revision,
                        const Generation* base) {
  const fs::path& building = next.building;
  disk::write_file(building / kManifestFile,
                   write_manifest(make_manifest(building, revision, base)));
  disk::sync_tree(building);
  put_stamps(building);
  disk::rename_path(building, index / next.name);
  disk::sync_path(index);
  disk::replace_file(index / kCurrentFile, next.name + "\n");
}

}  // namespace undex
