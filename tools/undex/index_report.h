#pragma once
// What `undex index` says of each source, and of the whole run.
#include <string>

#include "indexer/index/index.h"
#include "indexer/ingest.h"

namespace undex::tool {

/// A line a source, its doubts under it; empty for a source that has not changed.
std::string report_text(const Outcome& outcome);
std::string report_text(const IngestSummary& summary, const IndexUpdate& update);

/// One line of JSON a source, and one that ends the run.
std::string report_jsonl(const Outcome& outcome);
std::string report_jsonl(const IngestSummary& summary, const IndexUpdate& update);

/// The same as one JSON document.
std::string report_json(const std::vector<Outcome>& outcomes, const IngestSummary& summary,
                        const IndexUpdate& update);

}  // namespace undex::tool
