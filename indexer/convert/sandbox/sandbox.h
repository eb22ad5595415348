#pragma once
// Runs an external converter in a child process that can do nothing but read its input, compute and
// write its output: limits on time, memory and output, no network, no files but programs and fonts.
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct SandboxLimits {
  std::chrono::milliseconds wall{60'000};
  unsigned cpu_seconds = 60;
  std::size_t memory_bytes = std::size_t{1} << 30;
  std::size_t output_bytes = std::size_t{256} << 20;
};

struct SandboxCommand {
  std::string program;  ///< "pdftotext": looked up in PATH; or a path with a stroke in it
  std::vector<std::string> arguments;
  std::string package_hint;  ///< what to do when it is missing: "apt-get install poppler-utils"
  SandboxLimits limits;
};

struct SandboxResult {
  std::string bytes;          ///< what it wrote to standard output, at most output_bytes
  int exit = -1;              ///< its exit status; -1 when it was killed
  int signal = 0;             ///< the signal that ended it, 0 for none
  bool timed_out = false;     ///< the wall clock or the processor time ran out
  bool over_limit = false;    ///< it wrote more than output_bytes
  std::string stderr_text;    ///< the first 64 KiB
  bool files_shut = false;    ///< the kernel could take the file system away (Landlock)
  bool network_shut = false;  ///< the kernel could take sockets away (seccomp)
};

/// Runs the command with `input` as a file on its standard input. Throws Error{check} when the
/// program is missing ("pdftotext is not installed", hint: package_hint) or no process can be made;
/// every other mishap is in the result. May be called from several threads.
SandboxResult run_sandboxed(const SandboxCommand& command, std::string_view input);

/// "pdftotext is not installed: apt-get install poppler-utils"; empty when it is there.
std::string missing_program(const SandboxCommand& command);

/// Why the run failed, in words: "took longer than it may", "ended with status 3"; empty if it did
/// not.
std::string failure_of(const SandboxResult& result);

}  // namespace undex
