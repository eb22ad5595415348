#pragma once
// Which works each archive holds, so that one held twice is shown by the first of them alone. Asked
// for once a state of an index, and kept.
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "searcher/federation/crew.h"
#include "searcher/federation/member.h"

namespace undex::federation {

using Works = std::vector<std::uint64_t>;                     ///< in order, each once
using WorksHeld = std::vector<std::shared_ptr<const Works>>;  ///< by each archive; nullptr: unknown

/// Of each archive, in the order of the list: those of its works that one before it holds.
struct Elsewhere {
  std::vector<Works> of{};
  bool known = true;  ///< false: of some archive they are not known now, or too many to be said
};
Elsewhere works_elsewhere(const WorksHeld& held);

/// Thread-safe.
class KnownWorks {
 public:
  explicit KnownWorks(std::vector<std::shared_ptr<Member>> members);

  /// Of those members (by number, in order) in the states that they were last known in.
  std::shared_ptr<const Elsewhere> last_known(const std::vector<std::size_t>& members);
  /// Of those members in the states named; what is not known is asked for, and waited for until the
  /// deadline.
  std::shared_ptr<const Elsewhere> elsewhere(const std::vector<std::size_t>& members,
                                             const std::vector<std::string>& generations,
                                             Crews& crews, Deadline deadline);

 private:
  struct Held {
    std::string generation{};  ///< of which `works` are, or are being asked for
    std::shared_ptr<const Works> works{};
    bool asking = false;
    Deadline waited_for{};  ///< who is slower than the question that asks is waited for no more
    Deadline not_before{};  ///< an archive that did not tell is left in peace until then
  };
  struct Made {
    WorksHeld held{};
    std::shared_ptr<const Elsewhere> elsewhere{};
  };
  /// Outlives this where a member is slow to tell.
  struct Book {
    std::mutex mutex{};
    std::condition_variable changed{};
    std::vector<Held> held{};
    /// For the last questions, which are most often those of the next: of all members, of those
    /// that a filter asks for.
    std::deque<Made> made{};
  };
  /// Made once; not while others wait for the book.
  std::shared_ptr<const Elsewhere> elsewhere_of(WorksHeld held);
  static void ask(Book& book, std::size_t number, Member& member);

  std::vector<std::shared_ptr<Member>> members_;
  std::shared_ptr<Book> book_ = std::make_shared<Book>();
};

}  // namespace undex::federation
