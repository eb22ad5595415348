#pragma once
// One run of `undex index`: sources into the archive, the index in step, and what is said of it.
#include <memory>
#include <string>
#include <vector>

#include "indexer/index/index.h"
#include "indexer/ingest.h"
#include "tools/undex/index_progress.h"
#include "tools/undex/options.h"

namespace undex::tool {

/// Brings the index in step, showing how far it is. Throws Interrupted.
IndexUpdate bring_in_step(const Archive& archive, bool from_scratch, IndexProgress& progress,
                          const BuildBounds& bounds = {});
/// --jobs and --memory. Error{usage} when they are out of bounds.
BuildBounds build_bounds(const Arguments& arguments);
/// What older rules understood is understood anew before an index is made from it; how many
/// documents. Throws Interrupted.
std::size_t refresh(Archive& archive, IndexProgress& progress);

class IndexRun {
 public:
  /// Opens the file of --report. Error{archive} when it cannot be written, Error{usage} when it
  /// holds something else.
  explicit IndexRun(const Arguments& arguments);
  IndexRun(const IndexRun&) = delete;
  IndexRun& operator=(const IndexRun&) = delete;
  ~IndexRun();

  /// Takes the sources in and prints what came of each as soon as it is durable, and a summary.
  IngestSummary run(Archive& archive, std::vector<FoundSource> sources);

 private:
  void begin_report();
  void say(const Outcome& outcome);
  void write_report(const std::string& line);
  void pass_over_report(std::vector<FoundSource>& sources) const;

  const Arguments& arguments_;
  const std::string format_;
  IndexProgress progress_;
  int report_ = -1;
  bool begun_ = false;
  std::vector<Outcome> outcomes_;  // for the one document of --format json
};

}  // namespace undex::tool
