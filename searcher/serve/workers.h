#pragma once
// Threads that do what waits, in turns of those who ask: whoever asks for much waits for himself,
// and the next who asks for one thing waits for no more than one of each other.
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace undex::serve {

/// Neither may throw.
struct Job {
  std::function<void()> run;     ///< by one of the threads
  std::function<void()> refuse;  ///< instead, by whoever calls Workers::add
};

class Workers {
 public:
  /// At most so many jobs wait.
  Workers(std::size_t threads, std::size_t most_waiting);
  ~Workers() { stop(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// Where too many wait, refuses the newest of whom the most wait for: another's, if he has at
  /// least two more, else this one.
  void add(const std::string& who, Job job);
  /// Ends what runs, forgets what waits. Once.
  void stop();
  std::size_t waiting() const;

 private:
  void work();
  Job next();

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::unordered_map<std::string, std::deque<Job>> jobs_;  ///< of each for whom one waits
  std::deque<std::string> turns_;  ///< the same; whose turn is next is first
  std::size_t most_waiting_;
  std::size_t waiting_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace undex::serve
