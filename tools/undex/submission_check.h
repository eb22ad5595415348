#pragma once
// What `undex submission check` and `undex submission add` share: the call, the file as it came,
// and the findings for people.
#include <memory>
#include <string>

#include "indexer/submission/check.h"
#include "tools/undex/options.h"

namespace undex::tool {

/// A submission as the command line states it, read and checked.
struct CheckedSubmission {
  Call call;
  std::unique_ptr<const std::string> name, bytes;  ///< where they stay: the request refers to them
  CheckRequest request;
  bool received_now = false;  ///< --received was not given: the time it is
  SubmissionCheck check;
};

/// --call, --received, --submitter, --late, --override, --reason, and FILE. What it cites is
/// checked against the archive, if there is one.
CheckedSubmission check_stated_submission(const Arguments& arguments, const std::string& file);

/// The findings and the verdict.
std::string check_text(const CheckedSubmission& submission);
std::string check_json(const CheckedSubmission& submission);

/// The calls that come with undex.
std::string calls_text();
std::string calls_json();

}  // namespace undex::tool
