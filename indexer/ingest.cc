#include "indexer/ingest.h"

#include <algorithm>
#include <exception>
#include <new>
#include <set>
#include <utility>

#include "corpus/hash.h"
#include "corpus/text.h"
#include "indexer/ingest_walk.h"
#include "indexer/make_document.h"
#include "undex/error.h"

namespace undex {
namespace {

/// What is staged before it is made durable: enough that syncing is cheap, little enough that a
/// crash costs seconds of work.
constexpr std::size_t kBatchOutcomes = 64;
constexpr std::size_t kBatchBytes = std::size_t{64} << 20;
constexpr std::chrono::seconds kBatchTime{2};

/// Places of this kind in the main text, or, where it has none, in the annexes: a letter that
/// transmits a report. Each is counted once: a quotation shares the place it stands in.
std::size_t count_of(const Document& document, Locator::Place place) {
  std::set<std::string> main;
  std::set<std::pair<std::string, std::string>> annexed;
  for (const Block& block : document.blocks) {
    if (block.locator.place != place) continue;
    if (block.locator.part.empty())
      main.insert(block.locator.number);
    else
      annexed.emplace(block.locator.part, block.locator.number);
  }
  return main.empty() ? annexed.size() : main.size();
}

std::size_t count_citations(const Document& document) {
  const std::vector<Reference>& references = document.marks.references;
  return static_cast<std::size_t>(std::count_if(
      references.begin(), references.end(),
      [](const Reference& reference) { return reference.kind == ReferenceKind::explicit_; }));
}

void describe(const Document& document, Outcome& outcome) {
  outcome.name = document.name();
  outcome.type = document.masthead.normal(MastheadItem::document_type);
  if (const Value* date = document.masthead.find(MastheadItem::date)) {
    outcome.date = date->printed.empty() ? date->normal : date->printed;
    outcome.date_flag = date->flag;
  }
  outcome.format = document.provenance.format;
  outcome.paragraphs = count_of(document, Locator::Place::paragraph);
  outcome.unnumbered = count_of(document, Locator::Place::unnumbered);
  outcome.citations = count_citations(document);
  outcome.notices = document.notices;
}

/// One run over the sources.
class Ingest {
 public:
  Ingest(Archive& archive, const IngestOptions& options) : archive_(archive), options_(options) {}

  IngestSummary run(const std::vector<FoundSource>& sources) {
    for (std::size_t at = 0; at < sources.size(); ++at) {
      waiting_.push_back(read(sources[at]));
      if (options_.progress) options_.progress(at + 1, sources.size(), waiting_.back().source);
      if (is_batch_full()) finish_batch();
    }
    finish_batch();
    return summary_;
  }

 private:
  Outcome read(const FoundSource& source) {
    Outcome outcome;
    outcome.source = repair_utf8(source.path.generic_string());
    if (!source.readable) {
      outcome.what = source.missing ? Outcome::What::failed : Outcome::What::skipped;
      outcome.reason = source.reason;
      outcome.remedy = source.remedy;
      return outcome;
    }
    try {
      read_file(source, outcome);
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
    return outcome;
  }

  static void fail(Outcome& outcome, std::string reason, std::string remedy) {
    outcome.what = Outcome::What::failed;
    outcome.reason = std::move(reason);
    outcome.remedy = std::move(remedy);
  }

  void read_file(const FoundSource& source, Outcome& outcome) {
    const std::string bytes = read_source(source.path);
    Provenance provenance;
    provenance.source = outcome.source;
    provenance.sha256 = sha256_hex(bytes);
    provenance.added = options_.now;
    if (const auto held = archive_.find_original(provenance.sha256, outcome.source)) {
      outcome.what = Outcome::What::unchanged;
      outcome.name = held->name;
      return;
    }
    const std::string name = repair_utf8(source.path.filename().string());
    Made made = maker_.make({bytes, name});
    if (!made.reason.empty()) return fail(outcome, made.reason, made.remedy);
    if (!made.members.empty())
      return fail(outcome, "zip archive, not a document", "unpack it and index the folder");
    Document& document = made.document;
    provenance.format = document.provenance.format;
    provenance.media_type = document.provenance.media_type;
    provenance.size_bytes = document.provenance.size_bytes;
    document.provenance = std::move(provenance);
    describe(document, outcome);
    outcome.what = is_held(document) ? Outcome::What::changed : Outcome::What::added;
    archive_.put(document, bytes);
    staged_bytes_ += bytes.size();
    ++staged_;
  }

  bool is_held(const Document& document) const {
    const std::vector<ArchiveEntry> held = archive_.find(document.name());
    return std::any_of(held.begin(), held.end(), [&](const ArchiveEntry& entry) {
      return entry.source == document.provenance.source && entry.language == document.language();
    });
  }

  bool is_batch_full() const {
    if (staged_ == 0) return waiting_.size() >= kBatchOutcomes;
    return staged_ >= kBatchOutcomes || staged_bytes_ >= kBatchBytes ||
           std::chrono::steady_clock::now() - begun_ >= kBatchTime;
  }

  /// Only what is durable is reported.
  void finish_batch() {
    if (staged_ > 0) archive_.commit();
    for (const Outcome& outcome : waiting_) {
      count(outcome.what);
      if (options_.report) options_.report(outcome);
    }
    waiting_.clear();
    staged_ = staged_bytes_ = 0;
    begun_ = std::chrono::steady_clock::now();
  }

  void count(Outcome::What what) {
    switch (what) {
      case Outcome::What::added:
        ++summary_.added;
        return;
      case Outcome::What::changed:
        ++summary_.changed;
        return;
      case Outcome::What::unchanged:
        ++summary_.unchanged;
        return;
      case Outcome::What::failed:
        ++summary_.failed;
        return;
      case Outcome::What::skipped:
        ++summary_.skipped;
        return;
    }
  }

  Archive& archive_;
  const IngestOptions& options_;
  DocumentMaker maker_;
  IngestSummary summary_;
  std::vector<Outcome> waiting_;
  std::size_t staged_ = 0, staged_bytes_ = 0;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace

IngestSummary ingest(Archive& archive, const std::vector<std::filesystem::path>& paths,
                     const IngestOptions& options) {
  return Ingest(archive, options).run(find_sources(paths));
}

}  // namespace undex
