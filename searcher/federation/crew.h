#pragma once
// Threads that ask archives. One that an archive keeps waiting longer than a question may take goes
// on by itself; the next question has others.
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace undex::federation {

class Crew {
 public:
  /// At most so many threads; none is there before it is needed. As many tasks may wait for one:
  /// who has said its answer may not be back yet when the next question comes.
  explicit Crew(std::size_t most) : most_(most) {}
  /// Waits for what runs and what waits.
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  /// False, and nothing is done, when all are busy and as many tasks wait. The task must not throw.
  /// Thread-safe.
  bool start(std::function<void()> task);

 private:
  void work();

  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  std::size_t idle_ = 0;  ///< threads that wait; those of `tasks_` are spoken for
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

/// One for each archive: one that is silent ties up no threads but its own.
using Crews = std::deque<Crew>;

}  // namespace undex::federation
