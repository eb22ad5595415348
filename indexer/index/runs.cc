#include "indexer/index/runs.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <fstream>
#include <memory>
#include <mutex>
#include <queue>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/index/file.h"
#include "indexer/index/with_xapian.h"
#include "schemas/index_form.h"
#include "schemas/mapped_file.h"
#include "schemas/run_words.h"
#include "schemas/runs_writer.h"
#include "schemas/terms.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kScratchFolder = "sorted";
constexpr std::size_t kTakenAtOnce = 500;  ///< paragraphs that a worker takes

using Docids = std::vector<std::uint32_t>;

/// A run and a paragraph that holds it.
struct Pair {
  std::uint32_t hash = 0;
  std::uint32_t docid = 0;
  auto operator<=>(const Pair&) const = default;
};

[[noreturn]] void fail(const fs::path& path) {
  throw Error(ErrorKind::archive, "cannot write '" + path.string() + "'",
              "see that the disk has room and may be written, then run the command again");
}

/// The paragraphs that count, ascending.
Docids counted_in(const fs::path& folder) {
  return with_xapian(folder, [&] {
    const Xapian::Database paragraphs((folder / kParagraphsFolder).string());
    const std::string term(kParagraphTerm);
    return Docids(paragraphs.postlist_begin(term), paragraphs.postlist_end(term));
  });
}

std::size_t paragraphs_end(const fs::path& folder) {
  return with_xapian(folder, [&] {
    return Xapian::Database((folder / kParagraphsFolder).string()).get_lastdocid() + std::size_t{1};
  });
}

/// The texts of paragraphs and the languages of their documents. Neighbours are mostly of one.
class Texts {
 public:
  explicit Texts(const fs::path& folder)
      : documents_((folder / kDocumentsFolder).string()),
        paragraphs_((folder / kParagraphsFolder).string()) {}

  TextRuns runs_of(std::uint32_t docid) {
    const ParagraphCard card = read_paragraph_card(paragraphs_.get_document(docid).get_data());
    if (card.key != key_) {
      const std::string term = bounded_term(std::string(kKeyPrefix) + card.key);
      const Xapian::PostingIterator at = documents_.postlist_begin(term);
      language_ = at == documents_.postlist_end(term)
                      ? std::string()
                      : read_card(documents_.get_document(*at).get_data()).language;
      key_ = card.key;
    }
    return text_runs(card.text, language_);
  }

 private:
  Xapian::Database documents_, paragraphs_;
  std::string key_, language_;
};

struct Sorted {
  std::vector<fs::path> pieces;
  std::size_t pairs = 0;  ///< in all of them
};

/// Workers read the paragraphs and leave sorted pieces on the disk; what one throws ends all.
class Sorter {
 public:
  Sorter(const fs::path& folder, const Docids& docids, std::vector<std::uint32_t>& lengths,
         const WorkerBounds& bounds)
      : folder_(folder), docids_(docids), lengths_(lengths), bounds_(bounds) {}

  Sorted run() {
    const std::size_t workers = std::min(bounds_.workers, 1 + docids_.size() / (2 * kTakenAtOnce));
    std::vector<std::thread> threads;
    for (std::size_t at = 1; at < workers; ++at) threads.emplace_back([this] { work(); });
    work();
    for (std::thread& thread : threads) thread.join();
    if (fault_) std::rethrow_exception(fault_);
    return std::move(sorted_);
  }

 private:
  void work() {
    try {
      with_xapian(folder_, [&] { read_paragraphs(); });
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!fault_) fault_ = std::current_exception();
      stopped_ = true;
    }
  }

  void read_paragraphs() {
    Texts texts(folder_);
    const std::size_t most = bounds_.sorted_bytes / sizeof(Pair);
    std::vector<Pair> pairs;
    while (!stopped_) {
      const std::size_t first = next_.fetch_add(kTakenAtOnce);
      const std::size_t end = std::min(first + kTakenAtOnce, docids_.size());
      if (first >= end) break;
      for (std::size_t at = first; at < end; ++at) {
        const TextRuns runs = texts.runs_of(docids_[at]);
        lengths_[docids_[at]] = static_cast<std::uint32_t>(runs.words);
        for (const std::uint32_t hash : runs.hashes) pairs.push_back({hash, docids_[at]});
        // One worker's pairs in memory are one sorted piece on the disk.
        if (pairs.size() >= most) write_piece(pairs);
      }
    }
    if (!pairs.empty()) write_piece(pairs);
  }

  void write_piece(std::vector<Pair>& pairs) {
    std::sort(pairs.begin(), pairs.end());
    const std::lock_guard lock(mutex_);
    const fs::path path = folder_ / kScratchFolder / std::to_string(sorted_.pieces.size());
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(pairs.data()),
              static_cast<std::streamsize>(pairs.size() * sizeof(Pair)));
    out.close();
    if (!out) fail(path);
    sorted_.pieces.push_back(path);
    sorted_.pairs += pairs.size();
    pairs.clear();
  }

  const fs::path& folder_;
  const Docids& docids_;
  std::vector<std::uint32_t>& lengths_;  ///< each place is written by one worker
  const WorkerBounds& bounds_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  std::exception_ptr fault_;
  Sorted sorted_;
};

/// Runs in the order of their hashes, with paragraphs that hold them.
class Source {
 public:
  virtual ~Source() = default;
  /// False behind the last.
  virtual bool next() = 0;
  std::uint32_t hash = 0;
  Docids docids;  ///< ascending
};

class Piece : public Source {
 public:
  explicit Piece(const fs::path& path) : path_(path), in_(path, std::ios::binary) { take(); }
  bool next() override {
    if (!more_) return false;
    hash = ahead_.hash;
    docids.clear();
    for (; more_ && ahead_.hash == hash; take()) docids.push_back(ahead_.docid);
    return true;
  }

 private:
  void take() {
    more_ = static_cast<bool>(in_.read(reinterpret_cast<char*>(&ahead_), sizeof ahead_));
    if (!more_ && (!in_.eof() || in_.gcount() != 0)) fail(path_);
  }

  fs::path path_;
  std::ifstream in_;
  Pair ahead_;
  bool more_ = false;
};

/// What an older file says of paragraphs that are still there.
class Kept : public Source {
 public:
  Kept(const Runs& runs, const std::vector<std::uint32_t>& lengths)
      : runs_(runs), walk_(runs), lengths_(lengths) {}
  bool next() override {
    while (walk_.next()) {
      docids.clear();
      runs_.read(walk_.list(), docids);
      std::erase_if(docids, [&](std::uint32_t docid) { return lengths_[docid] == 0; });
      if (docids.empty()) continue;
      hash = walk_.hash();
      return true;
    }
    return false;
  }

 private:
  const Runs& runs_;
  Runs::Walk walk_;
  const std::vector<std::uint32_t>& lengths_;
};

void merge(const std::vector<std::unique_ptr<Source>>& sources, RunsWriter& writer) {
  const auto later = [](const Source* a, const Source* b) { return a->hash > b->hash; };
  std::priority_queue<Source*, std::vector<Source*>, decltype(later)> order(later);
  for (const std::unique_ptr<Source>& source : sources)
    if (source->next()) order.push(source.get());
  Docids docids;
  while (!order.empty()) {
    const std::uint32_t hash = order.top()->hash;
    docids.clear();
    while (!order.empty() && order.top()->hash == hash) {
      Source* const source = order.top();
      order.pop();
      docids.insert(docids.end(), source->docids.begin(), source->docids.end());
      if (source->next()) order.push(source);
    }
    // Of one source they ascend; workers take turns.
    if (!std::is_sorted(docids.begin(), docids.end())) std::sort(docids.begin(), docids.end());
    writer.add(hash, docids);
  }
}

}  // namespace

void write_runs(const fs::path& folder, const fs::path& before, const WorkerBounds& bounds) {
  const MappedFile old_file = before.empty() ? MappedFile() : MappedFile(before / kRunsFile);
  const Runs old = before.empty() ? Runs() : Runs(old_file.bytes());
  std::vector<std::uint32_t> lengths(paragraphs_end(folder));
  Docids fresh;
  for (const std::uint32_t docid : counted_in(folder)) {
    lengths[docid] = static_cast<std::uint32_t>(old.length_of(docid));
    if (docid >= old.paragraphs_end()) fresh.push_back(docid);
  }
  disk::make_folder(folder / kScratchFolder);
  const Sorted sorted = Sorter(folder, fresh, lengths, bounds).run();
  const fs::path path = folder / kRunsFile;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  RunsWriter writer(out, sorted.pairs + old.size());
  std::vector<std::unique_ptr<Source>> sources;
  sources.push_back(std::make_unique<Kept>(old, lengths));
  for (const fs::path& piece : sorted.pieces) sources.push_back(std::make_unique<Piece>(piece));
  merge(sources, writer);
  writer.finish(lengths);
  out.close();
  if (!out) fail(path);
  sources.clear();
  disk::remove_tree(folder / kScratchFolder);
}

}  // namespace undex
