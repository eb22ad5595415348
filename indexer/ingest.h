#pragma once
// The pipeline of `undex index`: sources in, read by job processes (indexer/batch), entered in the
// archive in the order of the sources; an Outcome for each.
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/archive.h"
#include "indexer/ingest_walk.h"
#include "indexer/outcome.h"

namespace undex {

/// How far a run has come.
struct IngestProgress {
  std::size_t done = 0;   ///< sources
  std::size_t total = 0;  ///< sources
  std::size_t read = 0;   ///< documents read, those unchanged not among them
  std::size_t bytes = 0;  ///< of these
  std::string source;     ///< the last one
};

struct IngestOptions {
  std::string now = {};  ///< ISO 8601 UTC, becomes Provenance::added
  std::size_t jobs = 1;  ///< processes that read
  std::function<void(const IngestProgress&)> progress = {};  ///< may be empty
  std::function<void(const Outcome&)> report =
      {};                              ///< called once a source, after it is durable; may be empty
  std::function<bool()> stopped = {};  ///< asked often; true ends the run soon. May be empty
};

struct IngestSummary {
  std::size_t added = 0, changed = 0, same_text = 0, conflict = 0, unchanged = 0, failed = 0,
              skipped = 0, gone = 0;
  bool stopped = false;  ///< ended before all sources were read
};

/// Takes the sources in. One that fails is an Outcome; the rest goes on. Never removes a document.
/// Sources whose document got another text from its main one are read again at the end, from the
/// archive, and reported then.
/// What is held at the end depends on the order of the sources alone: not on `jobs`, and not on
/// how often a run was cut short before. Forks: no thread may run.
IngestSummary ingest(Archive& archive, const std::vector<FoundSource>& sources,
                     const IngestOptions& options);

/// The same for what lies at these paths: see find_sources().
IngestSummary ingest(Archive& archive, const std::vector<std::filesystem::path>& paths,
                     const IngestOptions& options);

}  // namespace undex
