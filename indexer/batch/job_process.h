#pragma once
// A child process that answers one request after the other. It dies with its parent, keeps none of
// the parent's files, and a signal to the whole group leaves its end to the parent.
#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/batch/frame.h"

namespace undex {

/// What a job process does with a request.
using Job = std::function<Frame(const Frame& request)>;
/// Makes the job in the new process, so that what it holds is no other's.
using MakeJob = std::function<Job()>;

class JobProcess {
 public:
  /// Forks: the parent must have no threads. Error{archive} when no process can be made.
  explicit JobProcess(const MakeJob& make);
  /// The same of a parent that may have threads: runs this program anew with the word, which is to
  /// call answer_requests().
  explicit JobProcess(const char* word);
  JobProcess(const JobProcess&) = delete;
  JobProcess& operator=(const JobProcess&) = delete;
  ~JobProcess();

  bool is_busy() const { return busy_; }
  /// Of an idle process only; the fields must stay where they are until it answers.
  void ask(std::vector<std::string_view> fields, std::chrono::milliseconds most);
  int socket() const { return socket_; }
  /// What poll() shall wait for.
  short events() const;
  std::chrono::steady_clock::time_point deadline() const { return deadline_; }
  /// Moves the bytes that can be moved; the answer when it is whole. See is_dead().
  std::optional<Frame> move();
  bool is_dead() const { return dead_; }
  /// Kills it; why it ended, in words: "ended by signal 9".
  std::string end();

 private:
  /// Forks; the child does `work` with its end of the socket, and no more.
  void start(const std::function<void(int socket, pid_t parent)>& work);

  int socket_ = -1;
  pid_t pid_ = -1;
  bool busy_ = false;
  bool sent_ = false;
  bool dead_ = false;
  FrameWriter request_;
  FrameReader answer_;
  std::chrono::steady_clock::time_point deadline_;
};

/// Does what requests at standard input ask, until they end.
void answer_requests(const MakeJob& make);

}  // namespace undex
