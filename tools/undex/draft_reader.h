#pragma once
// Reads drafts for a service of many threads: a few at once, each in a process of its own
// (batch/job_process.h) that is this program run anew, in the cage. What kills one costs one draft.
#include <memory>
#include <string_view>

#include "corpus/document.h"

namespace undex::tool {

class DraftReader {
 public:
  /// Processes are started when they are needed.
  DraftReader();
  DraftReader(const DraftReader&) = delete;
  DraftReader& operator=(const DraftReader&) = delete;
  ~DraftReader();  ///< ends the processes

  /// The document that the bytes hold; the name says of which format they may be. Error{check} with
  /// reason and remedy when they hold none or take too long, Error{usage} when they hold several,
  /// Error{archive} when too many drafts wait or no process can be had. Thread-safe.
  Document read(std::string_view bytes, std::string_view name);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What the program does that is run anew for it: main() is told so by this word alone. Weak, for
/// not every program reads drafts.
inline constexpr const char* kReadDrafts = "--read-drafts";
[[gnu::weak]] int run_draft_reader();

}  // namespace undex::tool
