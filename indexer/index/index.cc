#include "indexer/index/index.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <system_error>

#include "indexer/index/build.h"
#include "indexer/index/columns.h"
#include "indexer/index/deleted.h"
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

/// Documents beside a base, whatever their share: the terms of those that are deleted are held in
/// memory when they are counted.
constexpr std::size_t kMostBeside = 2000;

using Keys = std::set<std::string>;

/// What the current generation holds, by archive keys.
struct Held {
  Keys base{};     ///< in its base, deleted ones too; all of a generation that rests on none
  Keys deleted{};  ///< of these: they changed since the base was made, or are gone
  Keys beside{};   ///< in the generation itself, where it rests on a base
};

Held held_in(const Generation& current) {
  if (!current.base) return {.base = indexed_keys(current.path)};
  return {.base = indexed_keys(current.base->path),
          .deleted = deleted_keys(current.base->path, current.path),
          .beside = indexed_keys(current.path)};
}

/// What separates the current generation from the archive.
struct Difference {
  Held held{};
  std::vector<ArchiveEntry> changed{};  ///< new ones among them
  std::vector<std::string> removed{};
};

Difference difference_of(const std::vector<ArchiveEntry>& entries, const Generation& current) {
  Difference out{.held = held_in(current)};
  Keys gone = out.held.beside;
  for (const std::string& key : out.held.base)
    if (!out.held.deleted.contains(key)) gone.insert(key);
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

/// What separates the archive from the base of the next generation, or from the whole of the
/// current one where that rests on none.
struct SinceBase {
  std::vector<ArchiveEntry> changed{};  ///< new ones among them
  Keys deleted{};                       ///< of the base: changed, or gone
};

SinceBase since_base(const std::vector<ArchiveEntry>& entries, const Difference& todo) {
  SinceBase out{.deleted = todo.held.deleted};
  Keys changed = todo.held.beside;
  for (const ArchiveEntry& entry : todo.changed) changed.insert(entry.key);
  for (const ArchiveEntry& entry : entries)
    if (changed.contains(entry.key)) out.changed.push_back(entry);
  changed.insert(todo.removed.begin(), todo.removed.end());
  std::ranges::set_intersection(changed, todo.held.base,
                                std::inserter(out.deleted, out.deleted.end()));
  return out;
}

IndexUpdate counted(const fs::path& folder, const fs::path& base, IndexUpdate update) {
  const IndexCounts counts = count_index(folder, base);
  update.documents = counts.documents;
  update.paragraphs = counts.paragraphs;
  return update;
}

std::optional<std::size_t> revision_of(const std::optional<Generation>& generation) {
  if (!generation) return std::nullopt;
  return generation->manifest.revision;
}

/// Brings the index of one archive in step.
class Updating {
 public:
  Updating(const Archive& archive, const WorkerBounds& bounds, const BuildProgress& progress)
      : archive_(archive),
        index_(archive.dir() / kIndexFolder),
        entries_(archive.list()),
        current_(current_generation(index_)),
        bounds_(bounds),
        progress_(progress) {}

  IndexUpdate update(double beside_share) const {
    const bool usable = current_ && current_->manifest.version == kIndexVersion &&
                        current_->manifest.revision <= archive_.revision();
    const auto todo = usable ? difference(entries_, *current_) : std::nullopt;
    if (!todo) return rebuild();
    const bool changes = !todo->changed.empty() || !todo->removed.empty();
    if (!changes && current_->manifest.revision == archive_.revision() &&
        has_headings(current_->path, kept_thesaurus(archive_)))
      return leave();
    const SinceBase since = since_base(entries_, *todo);
    const auto is_at_most = [&](double share, std::size_t documents) {
      return static_cast<double>(std::max(since.changed.size(), since.deleted.size())) <=
             share * static_cast<double>(documents);
    };
    if (beside_share > 0 && since.changed.size() <= kMostBeside &&
        since.deleted.size() <= kMostBeside && is_at_most(beside_share, todo->held.base.size()))
      return change_beside(*todo, since);
    if (is_at_most(kRebuildShare, entries_.size())) return change_all(*todo, since);
    return rebuild();
  }

  IndexUpdate rebuild() const {
    return publish({.added = entries_.size(), .rebuilt = true}, nullptr, [&](const fs::path& made) {
      build_index(archive_, entries_, made, bounds_, progress_);
    });
  }

 private:
  /// As it is.
  IndexUpdate leave() const {
    renew_stamps(*current_);
    record_publication(index_, archive_.revision(), revision_of(current_));
    return counted(current_->path, current_->base ? current_->base->path : fs::path(), {});
  }

  static IndexUpdate update_of(const Difference& todo) {
    return {.added = todo.changed.size(), .removed = todo.removed.size()};
  }

  /// Few documents: a small generation that rests on the large one, which stays as it is. Where
  /// that has decayed since it was published, all is made anew.
  IndexUpdate change_beside(const Difference& todo, const SinceBase& since) const {
    const Generation& base = current_->base ? *current_->base : *current_;
    // A copy of a damaged generation would get fresh checksums and pass for sound.
    if (current_->base && !is_sound(*current_)) return rebuild();
    try {
      return publish_beside(base, todo, since);
    } catch (const Error& fault) {
      if (fault.kind != ErrorKind::archive || is_sound(base)) throw;
      return rebuild();
    }
  }

  IndexUpdate publish_beside(const Generation& base, const Difference& todo,
                             const SinceBase& since) const {
    WorkerBounds small = bounds_;  // its tables are no larger than those of a run
    small.changing = small.waiting;
    return publish(update_of(todo), &base, [&](const fs::path& made) {
      auto deleted = std::async(std::launch::async,
                                [&] { write_deleted_file(base.path, since.deleted, made); });
      if (current_->base)
        change_index(archive_, todo.changed, todo.removed, current_->path, made, small, progress_);
      else
        build_index(archive_, since.changed, made, bounds_, progress_);
      deleted.get();
    });
  }

  /// More, or many little by little: a changed copy of the large generation.
  IndexUpdate change_all(const Difference& todo, const SinceBase& since) const {
    const Generation& base = current_->base ? *current_->base : *current_;
    if (!is_sound(base)) return rebuild();
    Keys removed = since.deleted;
    for (const ArchiveEntry& entry : since.changed) removed.erase(entry.key);
    return publish(update_of(todo), nullptr, [&](const fs::path& made) {
      change_index(archive_, since.changed, {removed.begin(), removed.end()}, base.path, made,
                   bounds_, progress_);
    });
  }

  /// Work in the private folder, then publication. What fails leaves no folder behind; the current
  /// generation, the one so far, is never touched. `base`: what it rests on; nullptr for none.
  template <typename Work>
  IndexUpdate publish(IndexUpdate update, const Generation* base, const Work& work) const {
    const NextGeneration next = begin_generation(index_);
    const fs::path base_path = base ? base->path : fs::path();
    std::future<void> swept = sweep_generations(index_);
    try {
      work(next.building);
      write_columns(next.building, base_path);
      write_headings_file(archive_, next.building);
      update = counted(next.building, base_path, update);
      publish_generation(index_, next, archive_.revision(), base);
    } catch (...) {
      std::error_code ignored;
      fs::remove_all(next.building, ignored);
      throw;
    }
    record_publication(index_, archive_.revision(), revision_of(current_));
    swept.get();
    return update;
  }

  const Archive& archive_;
  const fs::path index_;
  const std::vector<ArchiveEntry> entries_;
  const std::optional<Generation> current_;
  const WorkerBounds& bounds_;
  const BuildProgress& progress_;
};

}  // namespace

bool has_index_of_this_form(const Archive& archive) {
  const auto current = current_generation(archive.dir() / kIndexFolder);
  return current && current->manifest.version == kIndexVersion;
}

IndexUpdate update_index(const Archive& archive, bool from_scratch, const BuildProgress& progress,
                         const BuildBounds& build_bounds) {
  const WorkerBounds bounds = worker_bounds(build_bounds);
  const Updating updating(archive, bounds, progress);
  return from_scratch ? updating.rebuild() : updating.update(build_bounds.beside_share);
}

}  // namespace undex
