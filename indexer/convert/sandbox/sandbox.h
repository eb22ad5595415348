#pragma once
// Runs an external converter in a child process that can do nothing but read its input, compute and
// write its output: limits on time, memory and output, no network, no files but programs and fonts
// and, when it works with files, one folder.
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/convert/sandbox/rules.h"

namespace undex {

struct SandboxLimits {
  std::chrono::milliseconds wall{60'000};
  unsigned cpu_seconds = 60;
  std::size_t memory_bytes = std::size_t{400} << 20;  ///< of its own: heap, stacks
  std::size_t address_bytes = std::size_t{1} << 30;   ///< with libraries and all that is mapped
  std::size_t output_bytes = std::size_t{256} << 20;  ///< to standard output; in the folder
};

struct SandboxCommand {
  std::string program;  ///< "pdftotext": looked up in PATH; or a path with a stroke in it
  std::vector<std::string> arguments;
  std::string package_hint;  ///< what to do when it is missing: "apt-get install poppler-utils"
  SandboxLimits limits{};
  SandboxGrants grants{};  ///< with a folder it begins there, and HOME and TMPDIR are it
};

struct SandboxResult {
  std::string bytes;          ///< what it wrote to standard output, at most output_bytes
  int exit = -1;              ///< its exit status; -1 when it was killed
  int signal = 0;             ///< the signal that ended it, 0 for none
  bool timed_out = false;     ///< the wall clock or the processor time ran out
  bool over_limit = false;    ///< it wrote more than output_bytes, or filled the folder with more
  std::string stderr_text;    ///< the first 64 KiB
  bool files_shut = false;    ///< the kernel could take the file system away (Landlock)
  bool network_shut = false;  ///< the kernel could take sockets away (seccomp)
};

/// Runs the command with `input` as a file on its standard input. Throws Error{check} when the
/// program is missing ("pdftotext is not installed", hint: package_hint) or no process can be made;
/// every other mishap is in the result. May be called from several threads.
SandboxResult run_sandboxed(const SandboxCommand& command, std::string_view input);

/// Where the program of the command lies; Error{check} as run_sandboxed throws when it is missing.
std::string find_program(const SandboxCommand& command);

/// "pdftotext is not installed: apt-get install poppler-utils"; empty when it is there.
std::string missing_program(const SandboxCommand& command);

/// Why the run failed, in words: "took longer than it may", "ended with status 3"; empty if it did
/// not.
std::string failure_of(const SandboxResult& result);

}  // namespace undex
