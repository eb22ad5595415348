#pragma once
// One archive of a federation, here or on another machine: the questions of undex/part.h and those
// for its documents, each with an end in time. Errors are those of Searcher; Error{archive} in
// words that follow a name ("does not answer in time") where it cannot be asked. Thread-safe.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "searcher/documents/shelves.h"
#include "searcher/federation/deadline.h"
#include "undex/federation.h"
#include "undex/part.h"

namespace undex::federation {

struct ToldStatistics {
  Statistics statistics{};
  std::string generation{};  ///< of its index: names the state that answered
};

/// How a text is kept.
enum class Kept { xml, original };

class Member {
 public:
  virtual ~Member() = default;
  /// `known`, or nullptr, and `elsewhere`: as Searcher::statistics.
  virtual ToldStatistics statistics(const Request& request, const Statistics* known,
                                    const std::vector<std::uint64_t>& elsewhere,
                                    Deadline deadline) = 0;
  virtual std::vector<double> evidence(const Request& request, const Statistics& all,
                                       const std::vector<std::uint64_t>& elsewhere,
                                       Deadline deadline) = 0;
  virtual PartAnswer part(const Request& request, const Shared& shared, Deadline deadline) = 0;
  virtual std::vector<std::uint64_t> works(Deadline deadline) = 0;
  virtual Status status(Deadline deadline) = 0;
  /// As Archive::find; without the name of the archive.
  virtual std::vector<ListedText> find(const std::string& name, Deadline deadline) = 0;
  /// Error{usage} when it is not held any more.
  virtual std::string bytes(const std::string& key, Kept kept, Deadline deadline) = 0;
  /// Of these names those under which something is held.
  virtual std::vector<std::string> held(const std::vector<std::string>& names,
                                        Deadline deadline) = 0;
  /// As Shelves::citing. Error{usage} where they are more than kMostCiting.
  virtual std::vector<CitingText> citing(const Symbol& cited, Deadline deadline) = 0;
  /// As HeldNames::of_work.
  virtual std::vector<std::string> names_of_work(const Symbol& symbol, Deadline deadline) = 0;
  /// Nobody waits for its answers any more; a folder answers all the same.
  virtual void end() {}
};

/// A folder of this machine; a new index is seen by the next question. It is not stopped at the
/// deadline. Errors as Searcher::open.
std::shared_ptr<Member> local_member(const std::filesystem::path& archive);
/// What another machine serves. Error{usage} when the address is none.
std::shared_ptr<Member> remote_member(const std::string& address);

}  // namespace undex::federation
