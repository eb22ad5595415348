#pragma once
// Is this submission acceptable under its call? Every rule gives a finding, also when it is kept.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "corpus/document.h"
#include "indexer/make_document.h"
#include "schemas/call.h"

namespace undex {

struct Finding {
  enum class Verdict { ok, note, warning, refused, overridden };
  std::string rule;  ///< row of submission_rules(): "format", "deadline", "sections", ...
  Verdict verdict = Verdict::ok;
  std::string place;   ///< locator in the submission, or empty
  std::string text;    ///< what was found: "1,204 words, 3,000 allowed"
  std::string remedy;  ///< what the sender or the registry can do; empty for ok
};

/// A rule set aside by the registry, with its reason: both are kept in the register.
struct Override {
  std::string rule;
  std::string reason;
};

struct CheckRequest {
  NamedBytes source;
  ZonedTime received;
  std::string submitter;  ///< as the registry knows it; empty: read from the paper
  std::vector<Override> overrides;
};

struct SubmissionCheck {
  std::vector<Finding> findings;     ///< in the order of submission_rules(), one a rule at least
  std::string submitter;             ///< id in the authority file; empty when not recognised
  std::string submitter_name;        ///< preferred name, or what was printed
  std::optional<Document> document;  ///< when its format could be read
  std::size_t words = 0;
  bool is_refused() const;
};

struct SubmissionRule {
  std::string_view name;
  std::string_view help;
  bool may_be_overridden;
};
std::span<const SubmissionRule> submission_rules();
std::string_view name_of(Finding::Verdict verdict);  ///< "ok", "refused", ...

/// `archive` is what its citations are checked against; nullptr for none. Error{usage} for an
/// override of a rule that does not exist or may not be set aside, or without a reason.
SubmissionCheck check_submission(const CheckRequest& request, const Call& call,
                                 const Archive* archive, DocumentMaker& maker);
/// The same when the document is made already, or could not be.
SubmissionCheck judge_submission(const CheckRequest& request, const Call& call,
                                 const Archive* archive, const Made& made);

}  // namespace undex
