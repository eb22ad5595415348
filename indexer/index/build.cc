#include "indexer/index/build.h"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <future>
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

/// Small runs: a large table takes longer to change.
constexpr std::size_t kRunDocuments = 50;
constexpr std::size_t kRunBytes = 4 << 20;
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
// Durability comes from the publication of the generation, not from Xapian.
constexpr int kNewDatabase = Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
constexpr int kChangedDatabase = Xapian::DB_OPEN | Xapian::DB_NO_SYNC;

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
  /// Writes what waits when it is more than these bounds allow.
  void added(std::size_t text_bytes, const WorkerBounds& bounds) {
    waiting_document_text_ += text_bytes;
    waiting_paragraph_text_ += text_bytes;
    commit_if(documents, waiting_document_text_, bounds.document_text_bytes);
    commit_if(paragraphs, waiting_paragraph_text_, bounds.paragraph_text_bytes);
  }
  void replace_document(const std::string& key, const Xapian::Document& one) {
    documents.delete_document(term_of(key));
    documents.add_document(one);
  }
  void replace_paragraphs(const std::string& key, const std::vector<Xapian::Document>& list) {
    paragraphs.delete_document(term_of(key));
    for (const Xapian::Document& paragraph : list) paragraphs.add_document(paragraph);
  }
  void remove(const std::string& key) {
    documents.delete_document(term_of(key));
    paragraphs.delete_document(term_of(key));
  }
  /// Side by side, for each is a database of its own.
  void commit() {
    auto documents_too = std::async(std::launch::async, [&] { documents.commit(); });
    paragraphs.commit();
    documents_too.get();
  }

 private:
  static std::string term_of(const std::string& key) {
    return bounded_term(std::string(kKeyPrefix) + key);
  }
  static void commit_if(Xapian::WritableDatabase& database, std::size_t& waiting,
                        std::size_t most) {
    if (waiting < most) return;
    database.commit();
    waiting = 0;
  }
  std::size_t waiting_document_text_ = 0, waiting_paragraph_text_ = 0;
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
          const WorkerBounds& bounds, const BuildProgress& progress)
      : archive_(archive),
        entries_(entries),
        folder_(std::move(folder)),
        bounds_(bounds),
        progress_(progress) {}

  /// Folders of the runs, in the order of their entries' numbers.
  std::vector<fs::path> run() {
    const std::size_t workers = std::min(bounds_.workers, 1 + entries_.size() / kRunDocuments);
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
        const Document document = archive_.read(entries_[at]);
        const std::size_t size = text_bytes(document);
        bytes += size;
        databases.add(index_document(document, entries_[at].key));
        databases.added(size, bounds_);
        report();
      }
      databases.commit();
    });
    const std::lock_guard lock(mutex_);
    runs_.emplace_back(first, path);
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
  const WorkerBounds& bounds_;
  const BuildProgress& progress_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::exception_ptr fault_;
  std::vector<std::pair<std::size_t, fs::path>> runs_;
};

void compact(const std::vector<fs::path>& runs, std::string_view name, const fs::path& folder) {
  with_xapian(folder, [&] {
    Xapian::Database all;
    for (const fs::path& run : runs) all.add_database(Xapian::Database((run / name).string()));
    all.compact((folder / name).string());
  });
}

/// The two databases side by side.
void compact(const std::vector<fs::path>& runs, const fs::path& folder) {
  disk::make_folder(folder);
  auto documents = std::async(std::launch::async, [&] { compact(runs, kDocumentsFolder, folder); });
  compact(runs, kParagraphsFolder, folder);
  documents.get();
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

WorkerBounds worker_bounds(const BuildBounds& bounds) {
  const std::size_t memory = std::max(bounds.memory_bytes, kLeastMemory) - kProgramMemory;
  const std::size_t asked =
      bounds.workers > 0 ? bounds.workers : std::max(1U, std::thread::hardware_concurrency());
  const std::size_t workers =
      std::clamp<std::size_t>(asked, 1, std::min(kMostWorkers, memory / (2 * kWorkerMemory)));
  const std::size_t text = (memory / workers - kWorkerMemory) / kMemoryPerText;
  const std::size_t documents = std::min(kDocumentText, text / 2);
  return {.workers = workers,
          .document_text_bytes = documents,
          .paragraph_text_bytes = std::min(kParagraphText, documents),
          .sorted_bytes = std::min(kSortedBytes, memory / workers / 2)};
}

void build_index(const Archive& archive, const std::vector<ArchiveEntry>& entries,
                 const fs::path& folder, const WorkerBounds& bounds,
                 const BuildProgress& progress) {
  if (entries.empty()) {
    with_xapian(folder, [&] { Databases(folder, kNewDatabase).commit(); });
    return;
  }
  const fs::path scratch = folder / "runs";
  disk::make_folder(scratch);
  merge(Builder(archive, entries, scratch, bounds, progress).run(), scratch, folder);
  disk::remove_tree(scratch);
}

void change_index(const Archive& archive, const std::vector<ArchiveEntry>& changed,
                  const std::vector<std::string>& removed, const fs::path& folder,
                  const BuildProgress& progress) {
  with_xapian(folder, [&] {
    Databases databases(folder, kChangedDatabase);
    for (const std::string& key : removed) databases.remove(key);
    // Paragraphs, which take longer, are put in while the next document is read.
    std::future<void> behind;
    for (std::size_t at = 0; at < changed.size(); ++at) {
      IndexDocument made = index_document(archive.read(changed[at]), changed[at].key);
      if (behind.valid()) behind.get();
      behind = std::async(std::launch::async, [&, at, paragraphs = std::move(made.paragraphs)] {
        databases.replace_paragraphs(changed[at].key, paragraphs);
      });
      databases.replace_document(changed[at].key, made.document);
      if (progress) progress(at + 1, changed.size());
    }
    if (behind.valid()) behind.get();
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
