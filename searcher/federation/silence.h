#pragma once
// Archives that have let a question wait in vain and do not answer "are you there?" either. For
// some seconds they are asked that beside the questions and not waited for: only the first question
// loses time by one that is silent.
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "searcher/federation/crew.h"
#include "searcher/federation/member.h"

namespace undex::federation {

/// Thread-safe. The crews end before it does.
class Silence {
 public:
  /// `patience`: how long one may take to say that it is there.
  Silence(std::vector<std::shared_ptr<Member>> members, std::chrono::milliseconds patience);

  /// Why a question need not wait for it; empty: it is to be asked. One that is suspected is asked
  /// beside, from now on.
  std::string why_not(std::size_t number, Crews& crews);
  /// A question waited for it in vain, in these words. One that only that question was too much for
  /// says so as soon as the next is asked.
  void suspect(std::size_t number, const std::string& why);

 private:
  struct Held {
    std::string why{};  ///< it is suspected; empty: it is not
    bool asking = false;
    Deadline asked_at{};
    Deadline until{};
  };
  void ask(std::size_t number, Crews& crews);
  void hear(std::size_t number, bool answers);

  const std::vector<std::shared_ptr<Member>> members_;
  const std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::vector<Held> held_;
};

}  // namespace undex::federation
