#include "indexer/ingest.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <map>
#include <new>
#include <optional>
#include <utility>

#include "corpus/hash.h"
#include "corpus/text.h"
#include "indexer/batch/conveyor.h"
#include "indexer/batch/documents_job.h"
#include "indexer/batch/pool.h"
#include "indexer/enter.h"
#include "undex/error.h"

namespace undex {
namespace {

/// What is staged before it is made durable: enough that syncing is cheap, little enough that a
/// crash costs seconds of work.
constexpr std::size_t kBatchOutcomes = 64;
constexpr std::size_t kBatchBytes = std::size_t{64} << 20;
constexpr std::chrono::seconds kBatchTime{2};
/// How long the loop sleeps at most when nothing comes: it commits in time, and hears a signal.
constexpr std::chrono::milliseconds kMostSleep{250};

/// Runs a step for one source: what it throws is the outcome of that source, and the run goes on.
template <typename Step>
void attempt(Outcome& outcome, const Step& step) {
  try {
    step();
  } catch (const Error& error) {
    // A full or damaged archive ends the run; a bad source does not.
    if (error.kind == ErrorKind::archive) throw;
    fail(outcome, error.what(), error.hint);
  } catch (const std::bad_alloc&) {
    fail(outcome, "there is not enough memory for it",
         "run it again alone, or on a larger machine");
  } catch (const std::exception& error) {
    fail(outcome, error.what(), "report this source: undex should know what is wrong with it");
  }
}

Outcome::What outcome_of(Entered::What what) {
  switch (what) {
    case Entered::What::added:
      break;
    case Entered::What::changed:
      return Outcome::What::changed;
    case Entered::What::same_text:
      return Outcome::What::same_text;
    case Entered::What::conflict:
      return Outcome::What::conflict;
  }
  return Outcome::What::added;
}

/// Nothing for what is to be read.
std::optional<Outcome::What> outcome_of(FoundSource::Kind kind) {
  switch (kind) {
    case FoundSource::Kind::file:
    case FoundSource::Kind::piped:
      return std::nullopt;
    case FoundSource::Kind::passed_over:
      return Outcome::What::skipped;
    case FoundSource::Kind::missing:
      return Outcome::What::failed;
    case FoundSource::Kind::gone:
      return Outcome::What::gone;
  }
  return std::nullopt;
}

/// One run over the sources.
class Ingest {
 public:
  Ingest(Archive& archive, const std::vector<FoundSource>& sources, const IngestOptions& options)
      : archive_(archive),
        sources_(sources),
        options_(options),
        pool_(options.jobs, make_documents_job),
        conveyor_(pool_, [this](Piece& piece) { admit(piece); }) {}

  IngestSummary run() {
    while (next_ < sources_.size() || !conveyor_.empty() || !parted_.empty()) {
      summary_.stopped = options_.stopped && options_.stopped();
      if (summary_.stopped) break;
      take_in();
      std::optional<Piece> piece = conveyor_.pop();
      if (piece) finish(*piece);
      if (is_batch_full()) finish_batch();
      if (!piece) conveyor_.wait(kMostSleep);
    }
    finish_batch();
    return summary_;
  }

 private:
  void take_in() {
    while (next_ < sources_.size() && conveyor_.has_room(size_of(sources_[next_])))
      push(read(sources_[next_++]));
    if (next_ == sources_.size() && conveyor_.empty()) take_in_parted();
  }

  void push(Piece piece) {
    conveyor_.push(std::move(piece));
    ++pushed_;
  }

  /// What had the former text of a document that has another one now, and has not come with other
  /// bytes since: it is no source of anything held, and its file may not come in this run.
  void take_in_parted() {
    while (!parted_.empty()) {
      const ArchiveSource source = std::move(parted_.extract(parted_.begin()).mapped());
      if (archive_.find_original(source.sha256, source.source)) continue;
      Piece piece;
      piece.outcome.source = source.source;
      piece.name = std::filesystem::path(source.source).filename().string();
      ArchiveEntry entry;
      entry.sha256 = source.sha256;
      piece.bytes = archive_.read_original(entry);
      piece.sha256 = source.sha256;
      push(std::move(piece));
      return;
    }
  }

  Piece read(const FoundSource& source) {
    Piece piece;
    piece.outcome.source = source.name();
    piece.name = std::filesystem::path(piece.outcome.source).filename().string();
    if (const auto what = outcome_of(source.kind)) {
      piece.outcome.what = *what;
      piece.outcome.reason = source.reason;
      piece.outcome.remedy = source.remedy;
      piece.settled = true;
      return piece;
    }
    attempt(piece.outcome, [&] {
      piece.bytes = read_source(source);
      admit(piece);
    });
    piece.settled = piece.settled || !piece.outcome.reason.empty();
    return piece;
  }

  /// Settles what need not be read.
  void admit(Piece& piece) {
    if (piece.bytes.empty()) {
      fail(piece.outcome, "the file is empty", "get it anew from where it came from");
      piece.settled = true;
      return;
    }
    piece.sha256 = sha256_hex(piece.bytes);
    const auto held = archive_.find_original(piece.sha256, piece.outcome.source);
    if (!held) return;
    piece.outcome.what = Outcome::What::unchanged;
    piece.outcome.name = held->name;
    piece.settled = true;
    piece.bytes.clear();
  }

  void finish(Piece& piece) {
    Outcome& outcome = piece.outcome;
    if (piece.document) attempt(outcome, [&] { enter(piece); });
    progress_.done = pushed_ - conveyor_.sources();
    progress_.total = std::max(sources_.size(), pushed_);
    progress_.source = outcome.source;
    if (options_.progress) options_.progress(progress_);
    waiting_.push_back(std::move(outcome));
    if (is_batch_full()) finish_batch();
  }

  void enter(Piece& piece) {
    Document& document = *piece.document;
    document.provenance.source = piece.outcome.source;
    document.provenance.sha256 = piece.sha256;
    document.provenance.size_bytes = piece.bytes.size();
    document.provenance.added = options_.now;
    describe(document, piece.outcome);
    const Entered entered =
        enter_document(archive_, texts_, document, piece.bytes, Archive::Proof::made);
    parted_.erase(piece.outcome.source);
    for (const ArchiveSource& source : entered.parted) parted_.emplace(source.source, source);
    piece.outcome.what = outcome_of(entered.what);
    piece.outcome.notices.insert(piece.outcome.notices.end(), entered.notices.begin(),
                                 entered.notices.end());
    ++staged_;
    staged_bytes_ += piece.bytes.size();
    ++progress_.read;
    progress_.bytes += piece.bytes.size();
  }

  bool is_batch_full() const {
    if (waiting_.empty()) return false;
    return waiting_.size() >= kBatchOutcomes || staged_bytes_ >= kBatchBytes ||
           std::chrono::steady_clock::now() - begun_ >= kBatchTime;
  }

  /// Only what is durable is reported.
  void finish_batch() {
    if (staged_ > 0) archive_.commit();
    for (const Outcome& outcome : waiting_) {
      ++count_of(outcome.what);
      if (options_.report) options_.report(outcome);
    }
    waiting_.clear();
    staged_ = staged_bytes_ = 0;
    begun_ = std::chrono::steady_clock::now();
  }

  std::size_t& count_of(Outcome::What what) {
    switch (what) {
      case Outcome::What::added:
        return summary_.added;
      case Outcome::What::changed:
        return summary_.changed;
      case Outcome::What::same_text:
        return summary_.same_text;
      case Outcome::What::conflict:
        return summary_.conflict;
      case Outcome::What::unchanged:
        return summary_.unchanged;
      case Outcome::What::skipped:
        return summary_.skipped;
      case Outcome::What::gone:
        return summary_.gone;
      case Outcome::What::failed:
        break;
    }
    return summary_.failed;
  }

  Archive& archive_;
  HeldTexts texts_;
  const std::vector<FoundSource>& sources_;
  const IngestOptions& options_;
  Pool pool_;
  Conveyor conveyor_;
  std::size_t next_ = 0;                         // of the sources
  std::size_t pushed_ = 0;                       // those read again among them
  std::map<std::string, ArchiveSource> parted_;  // by path
  IngestSummary summary_;
  IngestProgress progress_;
  std::vector<Outcome> waiting_;  // to be durable
  std::size_t staged_ = 0, staged_bytes_ = 0;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace

IngestSummary ingest(Archive& archive, const std::vector<FoundSource>& sources,
                     const IngestOptions& options) {
  return Ingest(archive, sources, options).run();
}

IngestSummary ingest(Archive& archive, const std::vector<std::filesystem::path>& paths,
                     const IngestOptions& options) {
  return ingest(archive, find_sources(paths), options);
}

}  // namespace undex
