#pragma once
// One question to all archives, in the rounds of undex/part.h, within one deadline. Who has not
// answered a round in time is left out of the following ones and of the answer, which says so.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "searcher/federation/crew.h"
#include "searcher/federation/known_works.h"
#include "searcher/federation/member.h"
#include "searcher/federation/rounds.h"
#include "searcher/federation/silence.h"

namespace undex::federation {

struct Archives {
  std::vector<std::string> names;
  std::vector<std::shared_ptr<Member>> members;  ///< as many
  KnownWorks& works;
  Crews& crews;  ///< as many
  Silence& silence;
  std::chrono::milliseconds deadline;  ///< of a whole question
};

/// Errors as Federation::search. Thread-safe.
Result ask(const Archives& archives, const Request& request);

struct MemberState {
  bool answers = false;
  std::string why_not{};
  double milliseconds = 0;
  Status status{};
};
/// In the order of the archives.
std::vector<MemberState> ask_states(const Archives& archives);

/// Error{archive} that says of each why it does not answer.
[[noreturn]] void fail_of_all(const Archives& archives, const Rounds& rounds);

/// Names the state of several archives, each with its generation, in the order of the list.
std::string joint_generation(const std::vector<std::pair<std::string, std::string>>& archives);

}  // namespace undex::federation
