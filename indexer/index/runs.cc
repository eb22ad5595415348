#include "indexer/index/runs.h"

#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <queue>
#include <string>
#include <utility>

#include "indexer/index/file.h"
#include "indexer/index/output.h"
#include "indexer/index/with_xapian.h"
#include "schemas/index_form.h"
#include "schemas/mapped_file.h"
#include "schemas/run_words.h"
#include "schemas/runs_writer.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

using Docids = std::vector<std::uint32_t>;
constexpr std::size_t kPairsAtOnce = 4096;

[[noreturn]] void fail_reading(const fs::path& path) {
  throw Error(ErrorKind::archive, "cannot read '" + path.string() + "'",
              "see that the disk is sound, then run the command again");
}

/// Runs in the order of their hashes, with paragraphs that hold them.
class Source {
 public:
  virtual ~Source() = default;
  /// False behind the last.
  virtual bool next() = 0;
  std::uint32_t hash = 0;
  Docids docids;  ///< ascending
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

/// A file of pairs; their docids move up by `before`.
class Piece : public Source {
 public:
  Piece(const fs::path& path, std::uint32_t before)
      : path_(path), in_(path, std::ios::binary), before_(before) {
    fill();
  }
  bool next() override {
    if (pairs_.empty()) return false;
    hash = pairs_[at_].hash;
    docids.clear();
    for (; !pairs_.empty() && pairs_[at_].hash == hash; take())
      docids.push_back(pairs_[at_].docid + before_);
    return true;
  }

 private:
  void take() {
    if (++at_ == pairs_.size()) fill();
  }
  /// No pairs behind the last.
  void fill() {
    at_ = 0;
    pairs_.resize(kPairsAtOnce);
    in_.read(reinterpret_cast<char*>(pairs_.data()), kPairsAtOnce * sizeof(RunPair));
    const auto bytes = static_cast<std::size_t>(in_.gcount());
    if (bytes % sizeof(RunPair) != 0 || (!in_ && !in_.eof())) fail_reading(path_);
    pairs_.resize(bytes / sizeof(RunPair));
  }

  fs::path path_;
  std::ifstream in_;
  std::uint32_t before_;
  std::vector<RunPair> pairs_;
  std::size_t at_ = 0;
};

void put(std::ostream& out, const std::vector<RunPair>& pairs) {
  out.write(reinterpret_cast<const char*>(pairs.data()),
            static_cast<std::streamsize>(pairs.size() * sizeof(RunPair)));
}

using Sources = std::vector<std::unique_ptr<Source>>;

/// Calls `take(hash, docids)` in the order of hashes; docids ascend.
template <typename Take>
void merge(const Sources& sources, const Take& take) {
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
    // Those of one source ascend; which source comes first is nobody's rule.
    if (!std::is_sorted(docids.begin(), docids.end())) std::sort(docids.begin(), docids.end());
    take(hash, docids);
  }
}

/// Databases one behind the other.
struct Joined {
  Sources sources{};
  std::size_t pairs = 0;
  std::vector<std::uint32_t> lengths = {0};  ///< there is no docid 0

  void add(const GatheredRuns& database) {
    const auto before = static_cast<std::uint32_t>(lengths.size() - 1);
    for (const fs::path& piece : database.pieces)
      sources.push_back(std::make_unique<Piece>(piece, before));
    pairs += database.pairs;
    lengths.insert(lengths.end(), database.lengths.begin() + 1, database.lengths.end());
  }
};

void write_file(const fs::path& folder, const Sources& sources, std::size_t expected,
                const std::vector<std::uint32_t>& lengths) {
  Output out(folder / kRunsFile);
  RunsWriter writer(out.stream(), expected);
  merge(sources, [&](std::uint32_t hash, const Docids& docids) { writer.add(hash, docids); });
  writer.finish(lengths);
  out.close();
}

/// The paragraphs that count, ascending.
Docids counted_in(const fs::path& folder) {
  return with_xapian(folder, [&] {
    const Xapian::Database paragraphs((folder / kParagraphsFolder).string());
    const std::string term(kParagraphTerm);
    return Docids(paragraphs.postlist_begin(term), paragraphs.postlist_end(term));
  });
}

}  // namespace

void RunGatherer::add(std::uint32_t docid, std::string_view text, std::string_view language) {
  const TextRuns runs = text_runs(text, language);
  if (gathered_.lengths.size() <= docid) gathered_.lengths.resize(docid + std::size_t{1});
  gathered_.lengths[docid] = static_cast<std::uint32_t>(runs.words);
  for (const std::uint32_t hash : runs.hashes) pairs_.push_back({hash, docid});
  if (pairs_.size() * sizeof(RunPair) >= most_bytes_) write_piece();
}

GatheredRuns RunGatherer::finish(std::size_t end) {
  if (!pairs_.empty()) write_piece();
  gathered_.lengths.resize(end);
  return std::move(gathered_);
}

void RunGatherer::write_piece() {
  std::sort(pairs_.begin(), pairs_.end());
  const fs::path path = folder_ / ("runs-" + std::to_string(gathered_.pieces.size()));
  Output out(path);
  put(out.stream(), pairs_);
  out.close();
  gathered_.pieces.push_back(path);
  gathered_.pairs += pairs_.size();
  pairs_.clear();
}

GatheredRuns join_runs(const std::vector<GatheredRuns>& databases, const fs::path& path) {
  Joined joined;
  for (const GatheredRuns& database : databases) joined.add(database);
  Output out(path);
  std::vector<RunPair> pairs;
  merge(joined.sources, [&](std::uint32_t hash, const Docids& docids) {
    for (const std::uint32_t docid : docids) pairs.push_back({hash, docid});
    if (pairs.size() < kPairsAtOnce) return;
    put(out.stream(), pairs);
    pairs.clear();
  });
  put(out.stream(), pairs);
  out.close();
  return {.pieces = {path}, .pairs = joined.pairs, .lengths = std::move(joined.lengths)};
}

void write_runs(const std::vector<GatheredRuns>& databases, const fs::path& folder) {
  Joined joined;
  for (const GatheredRuns& database : databases) joined.add(database);
  write_file(folder, joined.sources, joined.pairs, joined.lengths);
}

void change_runs(const fs::path& before, GatheredRuns fresh, const fs::path& folder) {
  const MappedFile old_file(before / kRunsFile);
  const Runs old(old_file.bytes());
  std::vector<std::uint32_t>& lengths = fresh.lengths;
  for (const std::uint32_t docid : counted_in(folder))
    if (docid < old.paragraphs_end())
      lengths[docid] = static_cast<std::uint32_t>(old.length_of(docid));
  Sources sources;
  sources.push_back(std::make_unique<Kept>(old, lengths));
  for (const fs::path& piece : fresh.pieces) sources.push_back(std::make_unique<Piece>(piece, 0));
  write_file(folder, sources, fresh.pairs + old.size(), lengths);
  sources.clear();
  for (const fs::path& piece : fresh.pieces) disk::remove_tree(piece);
}

}  // namespace undex
