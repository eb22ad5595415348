#include "indexer/submission/check.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text.h"
#include "indexer/submission/rules.h"
#include "undex/error.h"

namespace undex {
namespace {

using submission::Findings;
using submission::Subject;

struct RuleRow {
  SubmissionRule rule;
  void (*check)(const Subject& subject, Findings& findings);
};

// What the call cannot process, and who may submit, is not to be set aside; what only warns need
// not be.
constexpr std::array<RuleRow, 14> kRules{
    {{{"format", "its format, by content, is one that the call accepts", false},
      submission::check_format},
     {{"sender", "its sender is known, and may submit under the call", false},
      submission::check_sender},
     {{"deadline", "it came before the deadline, to the minute", true}, submission::check_deadline},
     {{"language", "its language is one that the call accepts", true}, submission::check_language},
     {{"length", "it has no more words and pages than the call allows", true},
      submission::check_length},
     {{"sections", "it treats each subject that the call asks for", true},
      submission::check_sections},
     {{"tracked-changes", "no tracked changes were left in it", false},
      submission::check_tracked_changes},
     {{"comments", "no comments were left in it", false}, submission::check_comments},
     {{"hidden-text", "it hides no text", false}, submission::check_hidden_text},
     {{"macros", "it holds no macros", true}, submission::check_macros},
     {{"external-link", "it loads nothing from outside the file", false},
      submission::check_external_links},
     {{"embedded-file", "no other files are in it", false}, submission::check_embedded_files},
     {{"mandate", "it cites the call or its mandate", false}, submission::check_mandate},
     {{"citations", "what it cites is held, and has the places cited", false},
      submission::check_citations}}};

constexpr auto kSubmissionRules = [] {
  std::array<SubmissionRule, kRules.size()> rules{};
  for (std::size_t at = 0; at < rules.size(); ++at) rules[at] = kRules[at].rule;
  return rules;
}();

const SubmissionRule* find_rule(std::string_view name) {
  const auto* found = std::find_if(kSubmissionRules.begin(), kSubmissionRules.end(),
                                   [&](const SubmissionRule& rule) { return rule.name == name; });
  return found == kSubmissionRules.end() ? nullptr : found;
}

std::string names_of_rules(bool overridable_only) {
  std::string names;
  for (const SubmissionRule& rule : kSubmissionRules)
    if (rule.may_be_overridden || !overridable_only)
      names += (names.empty() ? "" : ", ") + std::string(rule.name);
  return names;
}

void require_sound(const std::vector<Override>& overrides) {
  for (const Override& one : overrides) {
    const SubmissionRule* rule = find_rule(one.rule);
    if (!rule)
      throw Error(ErrorKind::usage, "there is no rule '" + one.rule + "'",
                  "the rules are: " + names_of_rules(false));
    if (!rule->may_be_overridden)
      throw Error(ErrorKind::usage, "rule '" + one.rule + "' cannot be set aside",
                  "these can: " + names_of_rules(true));
    if (collapse_spaces(one.reason).empty())
      throw Error(ErrorKind::usage, "no reason is given why rule '" + one.rule + "' is set aside",
                  "--reason TEXT is kept in the register");
  }
}

void set_aside(const std::vector<Override>& overrides, Findings& findings) {
  for (Finding& finding : findings) {
    const auto one =
        std::find_if(overrides.begin(), overrides.end(),
                     [&](const Override& override_) { return override_.rule == finding.rule; });
    if (finding.verdict != Finding::Verdict::refused || one == overrides.end()) continue;
    finding.verdict = Finding::Verdict::overridden;
    finding.text += "; set aside: " + collapse_spaces(one->reason);
    finding.remedy.clear();
  }
}

submission::Sender sender_of(const CheckRequest& request, const Call& call,
                             const Document* document) {
  if (!request.submitter.empty()) return submission::stated_sender(request.submitter);
  return document ? submission::read_sender(*document, call.submitters) : submission::Sender{};
}

}  // namespace

std::span<const SubmissionRule> submission_rules() { return kSubmissionRules; }

std::string_view name_of(Finding::Verdict verdict) {
  switch (verdict) {
    case Finding::Verdict::ok:
      return "ok";
    case Finding::Verdict::note:
      return "note";
    case Finding::Verdict::warning:
      return "warning";
    case Finding::Verdict::refused:
      return "refused";
    case Finding::Verdict::overridden:
      return "overridden";
  }
  return {};
}

bool SubmissionCheck::is_refused() const {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.verdict == Finding::Verdict::refused;
  });
}

SubmissionCheck judge_submission(const CheckRequest& request, const Call& call,
                                 const Archive* archive, const Made& made) {
  require_sound(request.overrides);
  const bool is_document = made.reason.empty() && made.members.empty();
  const Document* document = is_document ? &made.document : nullptr;
  const Subject subject{.request = request,
                        .call = call,
                        .archive = archive,
                        .made = made,
                        .document = document,
                        .sender = sender_of(request, call, document),
                        .words = document ? submission::count_words(*document) : 0};
  SubmissionCheck check;
  for (const RuleRow& row : kRules) {
    Findings found;
    row.check(subject, found);
    for (Finding& finding : found) {
      finding.rule = row.rule.name;
      check.findings.push_back(std::move(finding));
    }
  }
  set_aside(request.overrides, check.findings);
  if (document) check.document = *document;
  check.words = subject.words;
  check.submitter = subject.sender.name ? subject.sender.name->id : "";
  check.submitter_name =
      subject.sender.name ? subject.sender.name->preferred : subject.sender.printed;
  return check;
}

}  // namespace undex
