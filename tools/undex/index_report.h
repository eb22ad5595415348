#pragma once
// What `undex index` says of each source, and of the whole run.
#include <optional>
#include <string>
#include <vector>

#include "indexer/index/index.h"
#include "indexer/ingest.h"
#include "tools/undex/options.h"

namespace undex::tool {

/// A line a source, its doubts under it; empty for a source that has not changed.
std::string report_text(const Outcome& outcome);
/// Without an update where the index has not been brought in step.
std::string report_text(const IngestSummary& summary, const std::optional<IndexUpdate>& update);

/// One line of JSON a source, and one that ends the run.
std::string report_jsonl(const Outcome& outcome);
std::string report_jsonl(const IngestSummary& summary, const std::optional<IndexUpdate>& update);

/// The same as one JSON document.
std::string report_json(const std::vector<Outcome>& outcomes, const IngestSummary& summary,
                        const std::optional<IndexUpdate>& update);

}  // namespace undex::tool
