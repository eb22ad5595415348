#include "indexer/index/build.h"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <future>
#include <memory>
#include <mutex>
#include <numeric>
#include <span>
#include <string_view>
#include <thread>
#include <utility>

#include "indexer/index/file.h"
#include "indexer/index/index_document.h"
#include "indexer/index/with_xapian.h"
#include "schemas/deleted.h"
#include "schemas/index_form.h"
#include "schemas/mapped_file.h"
#include "schemas/terms.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

/// Small runs: a large table takes longer to change.
constexpr std::size_t kRunDocuments = 50;
constexpr std::size_t kRunBytes = 4 << 20;
/// Documents of more XML are read and put in one at a time: each takes some seven times as much.
constexpr std::size_t kLargeBytes = 4 << 20;
/// Runs merged at once: each holds a dozen files open.
constexpr std::size_t kMergedRuns = 40;
constexpr std::size_t kMostWorkers = 8;

/// What the program takes before it builds anything, and what a worker does: tables of names, words
/// that it remembers, blocks of the databases.
constexpr std::size_t kProgramMemory = 32 << 20;
constexpr std::size_t kWorkerMemory = 8 << 20;
/// Postings that wait take some forty times their text in memory, in maps which are the slower the
/// less of them fits the caches of the processor: of paragraphs, which have four times the postings
/// for a text, fewer may wait than of documents.
constexpr std::size_t kMemoryPerText = 40;
constexpr std::size_t kDocumentText = 384 << 10;
constexpr std::size_t kParagraphText = 96 << 10;
constexpr std::size_t kSortedBytes = 16 << 20;

/// A part of the index.
struct Run {
  std::size_t first = 0;  ///< number of its first entry
  fs::path folder{};
  Gathered gathered{};
};

std::vector<std::size_t> xml_bytes(const Archive& archive,
                                   const std::vector<ArchiveEntry>& entries) {
  std::vector<std::size_t> bytes;
  for (const ArchiveEntry& entry : entries) bytes.push_back(archive.xml_bytes(entry));
  return bytes;
}

/// Workers take the next entries and fill runs of their own; what one throws ends all.
class Builder {
 public:
  Builder(const Archive& archive, const std::vector<ArchiveEntry>& entries, fs::path folder,
          const WorkerBounds& bounds, const BuildProgress& progress)
      : archive_(archive),
        entries_(entries),
        folder_(std::move(folder)),
        workers_(std::clamp<std::size_t>(entries.size(), 1, bounds.workers)),
        bytes_(xml_bytes(archive, entries)),
        ends_(ends_of_runs(bytes_, workers_)),
        bounds_(bounds),
        progress_(progress) {}

  /// In the order of their entries' numbers.
  std::vector<Run> run() {
    std::vector<std::thread> threads;
    for (std::size_t at = 1; at < workers_; ++at) threads.emplace_back([this] { work(); });
    work();
    for (std::thread& thread : threads) thread.join();
    if (fault_) std::rethrow_exception(fault_);
    std::sort(runs_.begin(), runs_.end(),
              [](const Run& a, const Run& b) { return a.first < b.first; });
    return std::move(runs_);
  }

 private:
  void work() {
    try {
      for (std::size_t at = next_++; !stopped_ && at < ends_.size(); at = next_++)
        fill_run(at > 0 ? ends_[at - 1] : 0, ends_[at]);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!fault_) fault_ = std::current_exception();
      stopped_ = true;
    }
  }

  void fill_run(std::size_t first, std::size_t end) {
    for (std::size_t at = first; at < end && !stopped_;) at = write_run(at, end);
  }

  /// One run, cut short when its texts grow large; returns the entry after it.
  std::size_t write_run(std::size_t first, std::size_t end) {
    Run run{.first = first, .folder = folder_ / std::to_string(first)};
    disk::make_folder(run.folder);
    std::size_t at = first;
    with_xapian(run.folder, [&] {
      Databases databases(run.folder, Databases::Mode::create, bounds_.waiting);
      for (std::size_t bytes = 0; at < end && bytes < kRunBytes && !stopped_; ++at) {
        std::unique_lock alone(large_, std::defer_lock);
        if (bytes_[at] > kLargeBytes) alone.lock();
        const IndexDocument made = index_document(archive_.read(entries_[at]), entries_[at].key);
        bytes += text_bytes(made);
        databases.add(made);
        report();
      }
      run.gathered = databases.finish();
    });
    const std::lock_guard lock(mutex_);
    runs_.push_back(std::move(run));
    return at;
  }

  void report() {
    const std::lock_guard lock(mutex_);
    ++done_;
    if (progress_) progress_(done_, entries_.size());
  }

  const Archive& archive_;
  const std::vector<ArchiveEntry>& entries_;
  const fs::path folder_;
  const std::size_t workers_;
  const std::vector<std::size_t> bytes_;  ///< of the XML of each
  const std::vector<std::size_t> ends_;
  const WorkerBounds& bounds_;
  const BuildProgress& progress_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex large_;  ///< held while a large document is in memory
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::exception_ptr fault_;
  std::vector<Run> runs_;
};

void compact(std::span<const Run> runs, std::string_view name, const fs::path& folder) {
  with_xapian(folder, [&] {
    Xapian::Database all;
    for (const Run& run : runs) all.add_database(Xapian::Database((run.folder / name).string()));
    all.compact((folder / name).string());
  });
}

/// Taken out of the runs.
struct AllGathered {
  std::vector<GatheredCards> cards{};
  std::vector<GatheredRuns> runs{};
  explicit AllGathered(std::span<Run> list) {
    for (Run& run : list) {
      cards.push_back(std::move(run.gathered.cards));
      runs.push_back(std::move(run.gathered.runs));
    }
  }
};

/// The two databases of all side by side, and what was gathered of them; the runs are gone then.
template <typename Join>
void unite(std::span<Run> runs, const fs::path& folder, const Join& join) {
  disk::make_folder(folder);
  auto others = std::async(std::launch::async, [&] {
    compact(runs, kDocumentsFolder, folder);
    join(AllGathered(runs));
  });
  compact(runs, kParagraphsFolder, folder);
  others.get();
  for (const Run& run : runs) disk::remove_tree(run.folder);
}

/// Runs into one index, in several rounds when they are too many to be open at once.
void merge(std::vector<Run> runs, const fs::path& scratch, const fs::path& folder) {
  for (std::size_t round = 0; runs.size() > kMergedRuns; ++round) {
    std::vector<Run> merged;
    for (std::size_t at = 0; at < runs.size(); at += kMergedRuns) {
      const std::span<Run> some =
          std::span(runs).subspan(at, std::min(kMergedRuns, runs.size() - at));
      Run one{.first = some.front().first,
              .folder = scratch / ("round" + std::to_string(round) + "-" + std::to_string(at))};
      unite(some, one.folder, [&](const AllGathered& all) {
        one.gathered = {.cards = join_cards(all.cards, one.folder / "cards"),
                        .runs = join_runs(all.runs, one.folder / "runs")};
      });
      merged.push_back(std::move(one));
    }
    runs = std::move(merged);
  }
  unite(runs, folder, [&](const AllGathered& all) {
    write_cards(all.cards, folder);
    write_runs(all.runs, folder);
  });
}

/// Puts the entries in, in place of what has their keys: the document, its paragraphs and, so that
/// it is ready by then, the next one, all at the same time.
void replace(const Archive& archive, const std::vector<ArchiveEntry>& entries, Databases& databases,
             const BuildProgress& progress) {
  using Made = std::shared_ptr<const IndexDocument>;
  const auto make = [&](std::size_t at) {
    return std::make_shared<const IndexDocument>(
        index_document(archive.read(entries[at]), entries[at].key));
  };
  std::future<Made> next;
  std::future<void> behind;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    const std::string& key = entries[at].key;
    const Made made = next.valid() ? next.get() : make(at);
    if (at + 1 < entries.size()) next = std::async(std::launch::async, make, at + 1);
    if (behind.valid()) behind.get();
    behind = std::async(std::launch::async,
                        [&databases, &key, made] { databases.replace_paragraphs(key, *made); });
    databases.replace_document(key, *made);
    if (progress) progress(at + 1, entries.size());
  }
  if (behind.valid()) behind.get();
}

}  // namespace

WorkerBounds worker_bounds(const BuildBounds& bounds) {
  const std::size_t memory = std::max(bounds.memory_bytes, kLeastMemory) - kProgramMemory;
  const std::size_t asked =
      bounds.workers > 0 ? bounds.workers : std::max(1U, std::thread::hardware_concurrency());
  const std::size_t workers =
      std::clamp<std::size_t>(asked, 1, std::min(kMostWorkers, memory / (2 * kWorkerMemory)));
  const std::size_t text = (memory / workers - kWorkerMemory) / kMemoryPerText;
  const std::size_t documents = std::min(kDocumentText, text / 2);
  // Each time it is written all of a large table is walked: as seldom as memory allows.
  const std::size_t changed = (memory - kWorkerMemory) / kMemoryPerText / 2;
  return {.workers = workers,
          .waiting = {.document_text_bytes = documents,
                      .paragraph_text_bytes = std::min(kParagraphText, documents),
                      .sorted_bytes = std::min(kSortedBytes, memory / workers / 2)},
          .changing = {.document_text_bytes = changed,
                       .paragraph_text_bytes = changed,
                       .sorted_bytes = std::min(kSortedBytes, memory / 4)}};
}

std::vector<std::size_t> ends_of_runs(const std::vector<std::size_t>& bytes, std::size_t workers) {
  std::vector<std::size_t> ends;
  if (bytes.size() > workers * kRunDocuments) {
    for (std::size_t end = kRunDocuments; end < bytes.size(); end += kRunDocuments)
      ends.push_back(end);
  } else {
    const std::size_t all = std::reduce(bytes.begin(), bytes.end());
    std::size_t before = bytes.empty() ? 0 : bytes.front();
    for (std::size_t at = 1; at < bytes.size() && ends.size() + 1 < workers; ++at) {
      // The one in whose midst a part would end goes where most of it is.
      if (before + bytes[at] / 2 >= all * (ends.size() + 1) / workers) ends.push_back(at);
      before += bytes[at];
    }
  }
  ends.push_back(bytes.size());
  return ends;
}

void finish_index(const Gathered& gathered, const fs::path& folder) {
  write_cards({gathered.cards}, folder);
  write_runs({gathered.runs}, folder);
  disk::remove_tree(gathered.cards.file);
  for (const fs::path& piece : gathered.runs.pieces) disk::remove_tree(piece);
}

void build_index(const Archive& archive, const std::vector<ArchiveEntry>& entries,
                 const fs::path& folder, const WorkerBounds& bounds,
                 const BuildProgress& progress) {
  if (entries.empty()) {
    with_xapian(folder, [&] {
      finish_index(Databases(folder, Databases::Mode::create, bounds.waiting).finish(), folder);
    });
    return;
  }
  const fs::path scratch = folder / "runs";
  disk::make_folder(scratch);
  merge(Builder(archive, entries, scratch, bounds, progress).run(), scratch, folder);
  disk::remove_tree(scratch);
}

void change_index(const Archive& archive, const std::vector<ArchiveEntry>& changed,
                  const std::vector<std::string>& removed, const fs::path& before,
                  const fs::path& folder, const WorkerBounds& bounds,
                  const BuildProgress& progress) {
  for (const std::string_view name : {kDocumentsFolder, kParagraphsFolder})
    disk::copy_tree(before / name, folder / name);
  with_xapian(folder, [&] {
    Databases databases(folder, Databases::Mode::change, bounds.changing);
    for (const std::string& key : removed) databases.remove(key);
    replace(archive, changed, databases, progress);
    Gathered fresh = databases.finish();
    change_cards(before, fresh.cards, folder);
    change_runs(before, std::move(fresh.runs), folder);
  });
}

std::set<std::string> indexed_keys(const fs::path& folder) {
  return with_xapian(folder, [&] {
    const Xapian::Database documents((folder / kDocumentsFolder).string());
    return std::set<std::string>(documents.valuestream_begin(kSlotKey),
                                 documents.valuestream_end(kSlotKey));
  });
}

IndexCounts count_index(const fs::path& folder, const fs::path& base) {
  return with_xapian(folder, [&] {
    const auto open = [](const fs::path& in, std::string_view name) {
      return Xapian::Database((in / name).string());
    };
    const std::string counted(kParagraphTerm);
    IndexCounts counts{.documents = open(folder, kDocumentsFolder).get_doccount(),
                       .paragraphs = open(folder, kParagraphsFolder).get_termfreq(counted)};
    if (base.empty()) return counts;
    const MappedFile file(folder / kDeletedFile);
    const Deleted deleted(file.bytes());
    const auto left = [](std::size_t all, std::size_t gone) { return all - std::min(all, gone); };
    counts.documents +=
        left(open(base, kDocumentsFolder).get_doccount(), deleted.documents.docids().size());
    counts.paragraphs += left(open(base, kParagraphsFolder).get_termfreq(counted),
                              deleted.paragraphs.use_of(counted).holders);
    return counts;
  });
}

}  // namespace undex
