#pragma once
// A submission enters an archive or leaves it. Its document and its line in the register belong
// together and are written one after the other. The document comes first and carries all that its
// line says, so that a crash between the two is healed from the archive; a withdrawal is written
// first and the document removed after it. Nothing acknowledged is lost, no number is given twice.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "schemas/call.h"
#include "indexer/submission/check.h"
#include "indexer/submission/register.h"

namespace undex {

/// What a submission is taken in with.
struct Admission {
  const Call& call;
  const CheckRequest& request;   ///< source, time, overrides
  const SubmissionCheck& check;  ///< that it was accepted is for the caller to know
  std::string replaces = {};     ///< number of the submission it takes the place of
  std::string reason = {};       ///< why; with replaces alone
};

class Intake {
 public:
  /// `archive` is open for writing and outlives the intake; `now` is ISO 8601 UTC. Heals what a
  /// crash left. Error{archive} when the register is damaged.
  Intake(Archive& archive, std::string now);

  const Register& entries() const { return entries_; }
  /// What was healed, in words: "ODA/2023-00042/NOR/1 was entered in the register".
  const std::vector<std::string>& healed() const { return healed_; }

  /// The submission with these bytes that stands under the call, if any; of this sender only,
  /// unless it is empty: two may send the same paper.
  std::optional<RegisterEvent> received_before(const Call& call, std::string_view bytes,
                                               const std::string& sender) const;
  /// Puts it into archive and register, durable both. Error{check} when who sent it is not known;
  /// when `replaces` does not stand, is of another call or sender, or has the same bytes.
  RegisterEvent receive(const Admission& admission);
  /// Error{check} when there is no such submission, or it does not stand.
  RegisterEvent withdraw(const std::string& number, const std::string& reason);

 private:
  void heal();
  void remove_held(const std::string& number, const std::string& reason);
  /// Stages that the same file is no document beside its submission, if it was indexed before.
  void remove_plain(const Document& submission);
  std::string free_number(const std::string& call, const std::string& submitter) const;

  Archive& archive_;
  std::string now_;
  Register entries_;
  std::vector<std::string> healed_;
};

/// The event that took a submission out: its withdrawal or replacement; nullptr while it stands.
const RegisterEvent* ended_by(const std::vector<RegisterEvent>& events, const std::string& number);

/// Whether the register knows the document as a submission. Error{archive} when a submission is
/// asked for and the register is damaged.
bool holds_submission(const Archive& archive, const ArchiveEntry& entry);

/// Faults of the register itself, and where archive and register disagree: a submission held that
/// is not in the register, one that stands and is not held, one that was taken out and is held.
std::vector<RegisterFault> verify_submissions(const Archive& archive);

}  // namespace undex
