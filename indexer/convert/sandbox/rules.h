#pragma once
// What the kernel is asked to take away from a sandboxed child: files (Landlock) and system calls
// (seccomp). Made before the fork, entered after it.
#include <unistd.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace undex {

/// A file descriptor with an owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_ = -1;
};

struct SandboxRules {
  Descriptor landlock;                ///< ruleset, or none where the kernel has no Landlock
  std::vector<std::uint64_t> filter;  ///< seccomp program, one instruction each; empty: none
};

/// What a program may have beside programs, libraries and fonts to read.
struct SandboxGrants {
  std::vector<std::string> readable;  ///< files and folders
  std::string folder;                 ///< to read and write in; empty: none
  /// Local sockets can be made and seem to listen, but nobody can reach them and they reach nobody:
  /// for programs that will not start without.
  bool hollow_sockets = false;
};

/// Nothing may be written outside the granted folder; no network, no tracing, no mounts. What the
/// kernel does not offer is left out.
SandboxRules make_sandbox_rules(const std::string& program, const SandboxGrants& grants = {});

/// For a cage: nothing but computing and the descriptors that are open already. No file, no socket,
/// no process, no signal.
SandboxRules make_cage_rules();

/// Binds the calling process to the rules, for good. Async-signal-safe.
void enter(const SandboxRules& rules);

}  // namespace undex
