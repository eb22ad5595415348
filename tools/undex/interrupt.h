#pragma once
// Signals that ask the program to end: it ends soon, and nothing acknowledged is lost.
#include <chrono>
#include <functional>

namespace undex::tool {

/// While one is there, SIGINT, SIGTERM and SIGHUP are requests. Who does not heed one within four
/// seconds, or gets a second one, is ended: what is on the disk is whole at every moment. One at a
/// time.
class Interrupt {
 public:
  Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();

  /// Whether an end was asked for.
  static bool is_asked();
  /// 128 and the number of the signal.
  static int exit_status();
  /// Throws Interrupted when an end was asked for.
  static void check();
  /// Sleeps, until an end is asked for at most.
  static void sleep(std::chrono::milliseconds time);
};

/// Leaves what cannot be left otherwise.
struct Interrupted {};

/// Runs a command that a signal may end; the exit status.
int until_interrupted(const std::function<int()>& run);

}  // namespace undex::tool
