#pragma once
// The one exception of undex: "cannot go on". Nothing catches it but main and the embedder.
#include <stdexcept>
#include <string>
#include <utility>

#include "undex/export.h"

namespace undex {

/// What kind of failure it is; the value is the exit status of the program (0 done and 1 nothing
/// found are not errors).
enum class ErrorKind {
  usage = 2,    ///< bad usage or query
  archive = 3,  ///< archive or index missing, damaged or locked
  check = 4,    ///< a check failed: a source unread, `verify` with faults
  version = 5,  ///< a form on disk or a format version that this program does not offer
};

/// what(): the thing in quotes and what is wrong, lower case, no full stop. hint: what to do, or
/// empty.
struct UNDEX_API Error : std::runtime_error {
  Error(ErrorKind error_kind, const std::string& message, std::string advice = {})
      : std::runtime_error(message), kind(error_kind), hint(std::move(advice)) {}
  ErrorKind kind;
  std::string hint;
};

}  // namespace undex
