#pragma once
// The pipeline of `undex index`: a source in, an Outcome out, one line a step.
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/archive.h"

namespace undex {

/// What became of one source.
struct Outcome {
  enum class What { added, changed, unchanged, failed, skipped };
  std::string source;  ///< path as found
  What what = What::failed;
  std::string name;  ///< symbol or reference
  std::string type;  ///< document type
  std::string date;  ///< printed form
  std::string date_flag;
  std::string format;
  std::size_t paragraphs = 0;  ///< numbered
  std::size_t unnumbered = 0;
  std::size_t citations = 0;  ///< explicit
  std::vector<Notice> notices;
  std::string reason;  ///< why it failed or was passed over
  std::string remedy;  ///< what to do
};

struct IngestOptions {
  std::string now;  ///< ISO 8601 UTC, becomes Provenance::added
  std::function<void(std::size_t done, std::size_t total, const std::string& source)>
      progress;  ///< may be empty
  std::function<void(const Outcome&)>
      report;  ///< called once a source, after it is durable; may be empty
};

struct IngestSummary {
  std::size_t added = 0, changed = 0, unchanged = 0, failed = 0, skipped = 0;
};

/// Files and folders (walked in natural order; hidden files, links and things that are no regular
/// files are skipped by name). A source that fails is an Outcome; the rest goes on. Never removes a
/// document.
IngestSummary ingest(Archive& archive, const std::vector<std::filesystem::path>& paths,
                     const IngestOptions& options);

}  // namespace undex
