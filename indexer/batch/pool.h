#pragma once
// Some job processes: requests go to idle ones, answers come back in any order, and one that dies
// is made anew.
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/batch/job_process.h"

namespace undex {

/// What came of a request.
struct Answer {
  std::size_t ticket = 0;
  std::optional<Frame> frame;  ///< nothing when its process died
  std::string death;           ///< then: how, in words
};

class Pool {
 public:
  /// Processes are forked when they are needed, from a parent without threads.
  Pool(std::size_t jobs, MakeJob make);

  /// Whether ask() may be called. Error{archive} when not one process can be had.
  bool is_ready();
  /// The fields must stay where they are until the answer has come. A process that takes longer
  /// than `most` is killed.
  void ask(std::size_t ticket, std::vector<std::string_view> fields,
           std::chrono::milliseconds most);
  /// Waits until something is answered or the time is over; a signal ends the wait too.
  std::vector<Answer> wait(std::chrono::milliseconds most);

 private:
  struct Member {
    std::unique_ptr<JobProcess> process;
    std::size_t ticket = 0;
  };
  std::optional<Answer> answer_of(Member& member);
  int milliseconds_to_wait(std::chrono::milliseconds most) const;

  std::size_t jobs_;
  MakeJob make_;
  std::vector<Member> members_;
};

}  // namespace undex
