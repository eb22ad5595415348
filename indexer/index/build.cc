#include "indexer/index/build.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

#include "indexer/index/file.h"
#include "indexer/index/index_document.h"
#include "indexer/index/with_xapian.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

/// Small runs: half of the time of one big build is spent in the map of its pending postings.
constexpr std::size_t kRunDocuments = 50;
/// Pending postings take some forty times their text in memory.
constexpr std::size_t kRunBytes = 4 << 20;
/// Runs merged at once: each holds a dozen files open.
constexpr std::size_t kMergedRuns = 40;
constexpr std::size_t kMaxWorkers = 8;
// Durability comes from the publication of the generation, not from Xapian.
constexpr int kNewDatabase = Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
constexpr int kChangedDatabase = Xapian::DB_OPEN | Xapian::DB_NO_SYNC;

constexpr std::array<std::string_view, 2> kDatabases = {kDocumentsFolder, kParagraphsFolder};

/// The two databases of a folder, open for writing.
struct Databases {
  Xapian::WritableDatabase documents, paragraphs;
  Databases(const fs::path& folder, int flags)
      : documents((folder / kDocumentsFolder).string(), flags),
        paragraphs((folder / kParagraphsFolder).string(), flags) {}

  void add(const IndexDocument& one) {
    documents.add_document(one.document);
    for (const Xapian::Document& paragraph : one.paragraphs) paragraphs.add_document(paragraph);
  }
  void remove(const std::string& key) {
    const std::string term = bounded_term(std::string(kKeyPrefix) + key);
    documents.delete_document(term);
    paragraphs.delete_document(term);
  }
  void commit() {
    documents.commit();
    paragraphs.commit();
  }
};

std::size_t text_bytes(const Document& document) {
  std::size_t bytes = 0;
  for (const Block& block : document.blocks) bytes += block.text.size();
  return bytes;
}

/// Workers take the next entry each and fill runs of their own; what one throws ends all.
class Builder {
 public:
  Builder(const Archive& archive, const std::vector<ArchiveEntry>& entries, fs::path folder,
          const BuildProgress& progress)
      : archive_(archive), entries_(entries), folder_(std::move(folder)), progress_(progress) {}

  /// Folders of the runs, in the order of their entries' numbers.
  std::vector<fs::path> run() {
    const std::size_t workers =
        std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1,
                                std::min(kMaxWorkers, 1 + entries_.size() / kRunDocuments));
    std::vector<std::thread> threads;
    for (std::size_t at = 1; at < workers; ++at) threads.emplace_back([this] { work(); });
    work();
    for (std::thread& thread : threads) thread.join();
    if (fault_) std::rethrow_exception(fault_);
    std::sort(runs_.begin(), runs_.end());
    std::vector<fs::path> folders;
    for (auto& [first, path] : runs_) folders.push_back(std::move(path));
    return folders;
  }

 private:
  void work() {
    try {
      while (!stopped_ && next_ < entries_.size()) fill_run();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!fault_) fault_ = std::current_exception();
      stopped_ = true;
    }
  }

  void fill_run() {
    const std::size_t first = next_.fetch_add(kRunDocuments);
    const std::size_t end = std::min(first + kRunDocuments, entries_.size());
    for (std::size_t at = first; at < end && !stopped_;) at = write_run(at, end);
  }

  /// One run, cut short when its texts grow large; returns the entry after it.
  std::size_t write_run(std::size_t first, std::size_t end) {
    const fs::path path = folder_ / std::to_string(first);
    disk::make_folder(path);
    std::size_t at = first;
    with_xapian(path, [&] {
      Databases databases(path, kNewDatabase);
      for (std::size_t bytes = 0; at < end && bytes < kRunBytes && !stopped_; ++at) {
        const Document document = read(entries_[at]);
        bytes += text_bytes(document);
        databases.add(index_document(document, entries_[at].key));
        report();
      }
      databases.commit();
    });
    const std::lock_guard lock(mutex_);
    runs_.emplace_back(first, path);
    return at;
  }

  Document read(const ArchiveEntry& entry) const { return archive_.read(entry); }

  void report() {
    const std::lock_guard lock(mutex_);
    ++done_;
    if (progress_) progress_(done_, entries_.size());
  }

  const Archive& archive_;
  const std::vector<ArchiveEntry>& entries_;
  const fs::path folder_;
  const BuildProgress& progress_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::exception_ptr fault_;
  std::vector<std::pair<std::size_t, fs::path>> runs_;
};

void compact(const std::vector<fs::path>& runs, const fs::path& folder) {
  disk::make_folder(folder);
  with_xapian(folder, [&] {
    for (const std::string_view name : kDatabases) {
      Xapian::Database all;
      for (const fs::path& run : runs) all.add_database(Xapian::Database((run / name).string()));
      all.compact((folder / name).string());
    }
  });
  for (const fs::path& run : runs) disk::remove_tree(run);
}

/// Runs into one index, in several rounds when they are too many to be open at once.
void merge(std::vector<fs::path> runs, const fs::path& scratch, const fs::path& folder) {
  for (std::size_t round = 0; runs.size() > kMergedRuns; ++round) {
    std::vector<fs::path> merged;
    for (std::size_t at = 0; at < runs.size(); at += kMergedRuns) {
      const auto first = runs.begin() + static_cast<std::ptrdiff_t>(at);
      const auto last =
          first + static_cast<std::ptrdiff_t>(std::min(kMergedRuns, runs.size() - at));
      merged.push_back(scratch / ("round" + std::to_string(round) + "-" + std::to_string(at)));
      compact(std::vector<fs::path>(first, last), merged.back());
    }
    runs = std::move(merged);
  }
  compact(runs, folder);
}

}  // namespace

void build_index(const Archive& archive, const std::vector<ArchiveEntry>& entries,
                 const fs::path& folder, const BuildProgress& progress) {
  if (entries.empty()) {
    with_xapian(folder, [&] { Databases(folder, kNewDatabase).commit(); });
    return;
  }
  const fs::path scratch = folder / "runs";
  disk::make_folder(scratch);
  merge(Builder(archive, entries, scratch, progress).run(), scratch, folder);
  disk::remove_tree(scratch);
}

void change_index(const Archive& archive, const std::vector<ArchiveEntry>& changed,
                  const std::vector<std::string>& removed, const fs::path& folder,
                  const BuildProgress& progress) {
  with_xapian(folder, [&] {
    Databases databases(folder, kChangedDatabase);
    for (const std::string& key : removed) databases.remove(key);
    for (std::size_t at = 0; at < changed.size(); ++at) {
      databases.remove(changed[at].key);
      databases.add(index_document(archive.read(changed[at]), changed[at].key));
      if (progress) progress(at + 1, changed.size());
    }
    databases.commit();
  });
}

std::set<std::string> indexed_keys(const fs::path& folder) {
  return with_xapian(folder, [&] {
    const Xapian::Database database((folder / kDocumentsFolder).string());
    std::set<std::string> keys;
    for (Xapian::PostingIterator at = database.postlist_begin(""); at != database.postlist_end("");
         ++at)
      keys.insert(database.get_document(*at).get_value(kSlotKey));
    return keys;
  });
}

IndexCounts count_index(const fs::path& folder) {
  return with_xapian(folder, [&] {
    return IndexCounts{
        .documents = Xapian::Database((folder / kDocumentsFolder).string()).get_doccount(),
        .paragraphs = Xapian::Database((folder / kParagraphsFolder).string())
                          .get_termfreq(std::string(kParagraphTerm))};
  });
}

}  // namespace undex
