#pragma once
// Reads drafts for a service of many threads: in a process forked before any of them, which reads
// one after the other in a process of its own (batch/pool.h), in the cage. What kills that one
// costs one draft.
#include <memory>
#include <string_view>

#include "corpus/document.h"

namespace undex::tool {

class DraftReader {
 public:
  /// Forks: the program must have no threads yet. Error{archive} when no process can be made.
  DraftReader();
  DraftReader(const DraftReader&) = delete;
  DraftReader& operator=(const DraftReader&) = delete;
  ~DraftReader();  ///< ends the processes

  /// The document that the bytes hold; the name says of which format they may be. Error{check} with
  /// reason and remedy when they hold none or take too long, Error{usage} when they hold several,
  /// Error{archive} when too many drafts wait. Thread-safe.
  Document read(std::string_view bytes, std::string_view name);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace undex::tool
