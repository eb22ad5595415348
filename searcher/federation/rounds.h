#pragma once
// A round: the same question to every archive that is still in, all at the same time, until all
// have answered or time is up. Who keeps it waiting goes on by himself and is listened to no more.
#include <any>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "searcher/federation/crew.h"
#include "searcher/federation/deadline.h"
#include "searcher/federation/member.h"
#include "searcher/federation/silence.h"

namespace undex::federation {

/// How an archive fares in a question.
struct Standing {
  bool in = true;
  std::string why_not{};         ///< it is out: "no answer within 2000 ms"
  std::exception_ptr mistake{};  ///< and why: the question cannot be asked
  double milliseconds = 0;       ///< from the beginning to its last answer
};

struct RoundAnswer {
  std::any value{};
  std::exception_ptr fault{};
  Deadline at{};
  bool there = false;
};

class Rounds {
 public:
  /// Who is known to be silent is out from the beginning, where others are not.
  Rounds(std::vector<std::shared_ptr<Member>> members, Crews& crews, Silence& silence,
         std::chrono::milliseconds most);

  /// The answers, by the number of the archive; none of those that are out, before or after it. The
  /// round ends when this part (0..1) of the time for the whole question is over, so that those who
  /// are in time are not robbed of theirs by one who is not.
  /// What the question holds must outlive the round by itself. Where the question is a mistake to
  /// all that answer, throws what the first of them threw.
  using Question = std::function<std::any(Member& member, std::size_t number, Deadline deadline)>;
  std::vector<std::any> ask(double end, const Question& question);
  /// A round that may fail: where one does not answer in time, nothing, and all stay in.
  std::optional<std::vector<std::any>> ask_if_all_answer(double end, const Question& question);

  const std::vector<Standing>& standings() const { return standings_; }
  /// Numbers of those that are in.
  std::vector<std::size_t> in() const;
  Deadline end_of(double part) const {
    return begin_ + std::chrono::duration_cast<Clock::duration>(most_ * part);
  }

 private:
  std::vector<RoundAnswer> answers_of(const std::vector<std::size_t>& asked, Deadline deadline,
                                      const Question& question);

  std::vector<std::shared_ptr<Member>> members_;
  Crews& crews_;
  Silence& silence_;
  const Deadline begin_;
  const std::chrono::milliseconds most_;
  std::vector<Standing> standings_;
};

}  // namespace undex::federation
