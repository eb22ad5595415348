#pragma once
// Runs a parser of ours in a child process that can do nothing but compute: no files, no network,
// no programs, limits on time, memory and answer. What kills it costs one source. No file means that
// iconv has no character sets: ICU (corpus/text*) has its own.
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace undex {

struct CageLimits {
  std::chrono::milliseconds wall{60'000};             ///< for one call
  std::size_t memory_bytes = std::size_t{512} << 20;  ///< of the child
  std::size_t answer_bytes = std::size_t{256} << 20;  ///< of one answer
  std::size_t most_calls = 64;                        ///< then the child is made anew
};

/// A function with a child process to run it in. The child is forked at the first call, answers
/// call after call, and is made anew when it died or has answered most_calls. Fork from a process
/// of one thread only. Not for several threads at once.
class Cage {
 public:
  /// May throw Error{check}, which crosses to the caller with message and hint; any other exception
  /// becomes Error{check} too.
  using Function = std::string (*)(std::string_view request);

  explicit Cage(Function function, CageLimits limits = {});
  Cage(Cage&&) noexcept;
  Cage& operator=(Cage&&) noexcept;
  ~Cage();  ///< ends the child

  /// What the function gives for the request. Error{check} with reason and remedy when it throws,
  /// when the child is killed, runs out of time or memory, or answers too much. A death that may be
  /// an earlier call's doing is tried once more in a new child.
  std::string call(std::string_view request);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace undex
