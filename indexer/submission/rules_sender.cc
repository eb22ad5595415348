// Rules about who sends it and when it came.
#include <algorithm>

#include "corpus/text.h"
#include "indexer/submission/rules.h"

namespace undex::submission {
namespace {

using Verdict = Finding::Verdict;
using std::chrono::minutes;

bool may_submit(const Name& name, const Call& call) {
  return (call.member_states_only && find_state(name.id)) ||
         std::find(call.submitters.begin(), call.submitters.end(), name.id) !=
             call.submitters.end();
}

std::string near_states(std::string_view printed) {
  // Of "Republic of Ruritania" the last word is what names it.
  constexpr std::string_view kOf = " of ";
  const std::string folded = fold(printed);
  const std::size_t of = folded.rfind(kOf);
  const std::string_view name =
      std::string_view(folded).substr(of == std::string::npos ? 0 : of + kOf.size());
  std::vector<std::string> names;
  for (const MemberState* state : nearest_states(name)) names.push_back(state->name->preferred);
  return names.empty() ? "" : "; names like it: " + listed(names, "and");
}

/// "; 'Swaziland' was its name until 2018"
std::string former_name(const Sender& sender) {
  if (sender.former_until == 0) return {};
  return "; '" + sender.printed + "' was its name until " + std::to_string(sender.former_until);
}

Finding unrecognised(const Sender& sender, const Call& call) {
  const std::string place = sender.place;
  if (sender.printed.empty())
    return {{},
            Verdict::refused,
            place,
            "the paper does not say who sends it",
            "name the sender: --submitter NAME"};
  const std::string what = call.member_states_only ? " is not a Member State" : " is not known";
  return {{},
          Verdict::refused,
          place,
          "'" + sender.printed + "'" + what + near_states(sender.printed),
          "name the sender, if the paper means another: --submitter NAME"};
}

/// What the registry says and the paper does not bear out.
void compare_with_paper(const Subject& subject, Findings& findings) {
  if (!subject.document || subject.request.submitter.empty()) return;
  const Sender paper = read_sender(*subject.document, subject.call.submitters);
  if (!paper.name || paper.name == subject.sender.name) return;
  findings.push_back({{},
                      Verdict::warning,
                      paper.place,
                      "the paper names " + described(*paper.name) + ": '" + paper.words + "'",
                      "see which of the two sends it"});
}

/// "2 days 3 h 20 min"
std::string duration(minutes length) {
  const auto days = length.count() / (24 * 60), hours = length.count() / 60 % 24;
  const auto rest = length.count() % 60;
  std::string text;
  if (days > 0) text += std::to_string(days) + (days == 1 ? " day " : " days ");
  if (hours > 0) text += std::to_string(hours) + " h ";
  if (rest > 0 || text.empty()) text += std::to_string(rest) + " min ";
  text.pop_back();
  return text;
}

}  // namespace

void check_sender(const Subject& subject, Findings& findings) {
  const Sender& sender = subject.sender;
  if (!sender.name) {
    if (!subject.document && subject.request.submitter.empty())
      findings.push_back(not_checked());
    else
      findings.push_back(unrecognised(sender, subject.call));
    return;
  }
  if (!may_submit(*sender.name, subject.call)) {
    findings.push_back({{},
                        Verdict::refused,
                        sender.place,
                        described(*sender.name) + " may not submit under this call",
                        "the call names who may"});
    return;
  }
  const bool told = !subject.request.submitter.empty();
  findings.push_back({{},
                      sender.former_until == 0 ? Verdict::ok : Verdict::note,
                      sender.place,
                      described(*sender.name) +
                          (told ? ", as stated" : ": '" + sender.words + "'") + former_name(sender),
                      {}});
  compare_with_paper(subject, findings);
}

void check_deadline(const Subject& subject, Findings& findings) {
  // To the minute on both sides: 23:59 lasts until 23:59:59.
  const ZonedTime& deadline = subject.call.deadline;
  const auto due = std::chrono::floor<minutes>(deadline.instant);
  const auto came = std::chrono::floor<minutes>(subject.request.received.instant);
  const ZonedTime local{came, deadline.offset, {}}, utc{came, {}, {}};
  const std::string received = "received " + local.printed() +
                               (deadline.offset == minutes(0) ? "" : " (" + utc.printed() + ")");
  if (came <= due) {
    findings.push_back(
        {{}, Verdict::ok, {}, received + ", " + duration(due - came) + " before the deadline", {}});
    return;
  }
  findings.push_back({{},
                      Verdict::refused,
                      {},
                      "late by " + duration(came - due) + ": " + received,
                      "accept it all the same with --late --reason TEXT"});
}

}  // namespace undex::submission
