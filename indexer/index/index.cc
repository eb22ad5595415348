#include "indexer/index/index.h"

#include <optional>
#include <set>
#include <string>
#include <system_error>

#include "indexer/index/build.h"
#include "indexer/index/columns.h"
#include "indexer/index/file.h"
#include "indexer/index/generation.h"
#include "indexer/index/headings.h"
#include "indexer/index/publications.h"
#include "schemas/index_form.h"
#include "schemas/version.h"
#include "undex/error.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

/// Above this share of the documents a new build costs less than changing a copy.
constexpr double kRebuildShare = 0.3;

/// What separates the current generation from the archive.
struct Difference {
  std::vector<ArchiveEntry> changed;  ///< new ones among them
  std::vector<std::string> removed;
};

Difference difference_of(const std::vector<ArchiveEntry>& entries, const Generation& current) {
  Difference out;
  std::set<std::string> gone = indexed_keys(current.path);
  for (const ArchiveEntry& entry : entries) {
    const bool known = gone.erase(entry.key) > 0;
    if (!known || entry.revision > current.manifest.revision) out.changed.push_back(entry);
  }
  out.removed.assign(gone.begin(), gone.end());
  return out;
}

/// Nothing when the index cannot be read: it is damaged in a way that stamps do not show.
std::optional<Difference> difference(const std::vector<ArchiveEntry>& entries,
                                     const Generation& current) {
  try {
    return difference_of(entries, current);
  } catch (const Error&) {
    return std::nullopt;
  }
}

IndexUpdate counted(const fs::path& folder, IndexUpdate update) {
  const IndexCounts counts = count_index(folder);
  update.documents = counts.documents;
  update.paragraphs = counts.paragraphs;
  return update;
}

std::optional<std::size_t> revision_of(const std::optional<Generation>& generation) {
  if (!generation) return std::nullopt;
  return generation->manifest.revision;
}

/// Work in the private folder, then publication. What fails leaves no folder behind; the current
/// generation, the one so far, is never touched.
template <typename Work>
IndexUpdate publish(const Archive& archive, IndexUpdate update,
                    const std::optional<Generation>& current, const Work& work) {
  const fs::path index = archive.dir() / kIndexFolder;
  const fs::path building = begin_generation(index);
  try {
    work(building);
    write_columns(building);
    write_headings_file(archive, building);
    update = counted(building, update);
    publish_generation(index, building, archive.revision());
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(building, ignored);
    throw;
  }
  record_publication(index, archive.revision(), revision_of(current));
  return update;
}

IndexUpdate rebuild(const Archive& archive, const std::vector<ArchiveEntry>& entries,
                    const std::optional<Generation>& current, const WorkerBounds& bounds,
                    const BuildProgress& progress) {
  return publish(
      archive, {.added = entries.size(), .rebuilt = true}, current,
      [&](const fs::path& building) { build_index(archive, entries, building, bounds, progress); });
}

}  // namespace

bool has_index_of_this_form(const Archive& archive) {
  const auto current = current_generation(archive.dir() / kIndexFolder);
  return current && current->manifest.version == kIndexVersion;
}

IndexUpdate update_index(const Archive& archive, bool from_scratch, const BuildProgress& progress,
                         const BuildBounds& build_bounds) {
  const WorkerBounds bounds = worker_bounds(build_bounds);
  const std::vector<ArchiveEntry> entries = archive.list();
  const auto current = current_generation(archive.dir() / kIndexFolder);
  const bool usable = current && current->manifest.version == kIndexVersion &&
                      current->manifest.revision <= archive.revision();
  if (from_scratch || !usable) return rebuild(archive, entries, current, bounds, progress);
  const std::optional<Difference> todo = difference(entries, *current);
  if (!todo) return rebuild(archive, entries, current, bounds, progress);
  const std::size_t changes = todo->changed.size() + todo->removed.size();
  if (changes == 0 && current->manifest.revision == archive.revision() &&
      has_headings(current->path, kept_thesaurus(archive))) {
    renew_stamps(*current);
    record_publication(archive.dir() / kIndexFolder, archive.revision(), revision_of(current));
    return counted(current->path, {});
  }
  // A copy of a damaged generation would get fresh checksums and pass for sound.
  if (static_cast<double>(changes) > kRebuildShare * static_cast<double>(entries.size()) ||
      !is_sound(*current))
    return rebuild(archive, entries, current, bounds, progress);
  return publish(archive, {.added = todo->changed.size(), .removed = todo->removed.size()}, current,
                 [&](const fs::path& building) {
                   change_index(archive, todo->changed, todo->removed, current->path, building,
                                bounds, progress);
                 });
}

}  // namespace undex
