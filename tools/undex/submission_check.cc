#include "tools/undex/submission_check.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "corpus/archive.h"
#include "corpus/hash.h"
#include "corpus/text.h"
#include "indexer/ingest_walk.h"
#include "indexer/submission/find_call.h"
#include "schemas/version.h"
#include "searcher/render/json_text.h"
#include "searcher/render/terminal.h"
#include "tools/undex/holdings.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

using nlohmann::ordered_json;
using rendering::counted;
using rendering::wrapped;

constexpr std::size_t kWidth = 100;

std::string read_given(const std::string& file) {
  try {
    return read_source(file);
  } catch (const Error& error) {
    throw Error(error.kind, "cannot read '" + file + "': " + error.what(), error.hint);
  }
}

ZonedTime received_at(const Arguments& arguments) {
  if (!arguments.has("received"))
    return {std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()), {}, {}};
  const std::string stated = arguments.value("received");
  if (const auto time = parse_zoned_time(stated)) return *time;
  throw Error(ErrorKind::usage, "received: '" + stated + "' is not a time with its zone",
              "give it with its offset from UTC: 2023-11-10T09:00-05:00, or 2023-11-10T14:00Z");
}

std::vector<Override> overrides_of(const Arguments& arguments) {
  std::vector<std::string> rules = arguments.list("override");
  if (arguments.has("late")) rules.emplace_back("deadline");
  std::vector<Override> overrides;
  for (const std::string& rule : rules) overrides.push_back({rule, stated_reason(arguments)});
  if (overrides.empty() && arguments.has("reason") && arguments.words().front() != "replace")
    throw Error(ErrorKind::usage, "--reason says why, but nothing is set aside",
                "give --late or --override RULE with it");
  return overrides;
}

Call stated_call(const Arguments& arguments) {
  if (!arguments.has("call"))
    throw Error(ErrorKind::usage, "a submission under which call? no --call given",
                "'undex submission calls' lists those that come with undex; or give a call file");
  return find_call(arguments.value("call"));
}

/// None where none is there, and none was asked for or it is still to be made.
std::optional<Archive> stated_archive(const Arguments& arguments) {
  std::error_code ignored;
  const bool may_be_missing = !arguments.has("archive") || arguments.words().front() == "add";
  if (may_be_missing && !std::filesystem::exists(archive_dir(arguments), ignored))
    return std::nullopt;
  return Archive::open(archive_dir(arguments), Archive::Mode::read);
}

std::string mandate_of(const Call& call) {
  const std::string place = call.mandate_place == Locator{} ? "" : call.mandate_place.citation();
  return call.mandate.text() + (place.empty() ? "" : ", " + place);
}

/// "10 November 2023, 23:59 UTC-05:00 (New York; hour and zone assumed)"
std::string deadline_of(const Call& call) {
  std::string remark = call.deadline.zone;
  if (!call.deadline_assumed.empty())
    remark += (remark.empty() ? "" : "; ") + call.deadline_assumed + " assumed";
  return call.deadline.printed() + (remark.empty() ? "" : " (" + remark + ")");
}

std::string line(std::string_view label, const std::string& text) {
  std::string first(label);
  first.resize(16, ' ');
  return wrapped(printable(text), first, kWidth);
}

std::string line_of(const Finding& finding, bool first_of_rule) {
  std::string label(first_of_rule ? finding.rule : "");
  label.resize(16, ' ');
  label += finding.verdict == Finding::Verdict::refused ? "REFUSED" : name_of(finding.verdict);
  label.resize(28, ' ');
  const std::string place = finding.place.empty() ? "" : "  (" + finding.place + ")";
  std::string out = wrapped(printable(finding.text + place), label, kWidth);
  if (!finding.remedy.empty())
    out += wrapped(printable(finding.remedy), std::string(28, ' ') + "-> ", kWidth);
  return out;
}

std::size_t count_of(const SubmissionCheck& check, Finding::Verdict verdict) {
  return static_cast<std::size_t>(
      std::count_if(check.findings.begin(), check.findings.end(),
                    [&](const Finding& finding) { return finding.verdict == verdict; }));
}

/// "refused: deadline, sections; 2 warnings"
std::string result_of(const SubmissionCheck& check) {
  std::vector<std::string> refused;
  for (const Finding& finding : check.findings)
    if (finding.verdict == Finding::Verdict::refused &&
        (refused.empty() || refused.back() != finding.rule))
      refused.push_back(finding.rule);
  std::string out = refused.empty() ? "acceptable" : "refused: ";
  for (std::size_t at = 0; at < refused.size(); ++at) out += (at > 0 ? ", " : "") + refused[at];
  if (const std::size_t count = count_of(check, Finding::Verdict::overridden))
    out += "; " + counted(count, "finding") + " set aside";
  if (const std::size_t count = count_of(check, Finding::Verdict::warning))
    out += "; " + counted(count, "warning");
  return out;
}

ordered_json json_of(const Call& call) {
  return {{"id", call.id},
          {"reference", call.reference},
          {"title", call.title},
          {"mandate", mandate_of(call)},
          {"deadline", call.deadline.text()},
          {"deadline_zone", call.deadline.zone},
          {"deadline_assumed", call.deadline_assumed}};
}

}  // namespace

CheckedSubmission check_stated_submission(const Arguments& arguments, const std::string& file) {
  CheckedSubmission submission;
  submission.call = stated_call(arguments);
  submission.name =
      std::make_unique<const std::string>(std::filesystem::path(file).filename().string());
  submission.received_now = !arguments.has("received");
  submission.request.received = received_at(arguments);
  submission.request.submitter = arguments.value("submitter");
  submission.request.overrides = overrides_of(arguments);
  submission.bytes = std::make_unique<const std::string>(read_given(file));
  submission.request.source = {*submission.bytes, *submission.name};
  const std::optional<Archive> archive = stated_archive(arguments);
  DocumentMaker maker;
  submission.check =
      check_submission(submission.request, submission.call, archive ? &*archive : nullptr, maker);
  return submission;
}

std::string check_text(const CheckedSubmission& submission) {
  const Call& call = submission.call;
  std::string out =
      line("call", call.reference + ", " + call.title) + line("", "mandate " + mandate_of(call)) +
      line("", "deadline " + deadline_of(call)) +
      line("file", *submission.name + ", " + counted(submission.bytes->size(), "byte") +
                       ", SHA-256 " + sha256_hex(*submission.bytes).substr(0, 16) + "...");
  if (submission.received_now)
    out += line("received", "taken to be now: " + submission.request.received.printed() +
                                "; --received TIME states it");
  std::string_view rule;
  for (const Finding& finding : submission.check.findings) {
    out += line_of(finding, finding.rule != rule);
    rule = finding.rule;
  }
  return out + line("result", result_of(submission.check));
}

std::string check_json(const CheckedSubmission& submission) {
  ordered_json findings = ordered_json::array();
  for (const Finding& finding : submission.check.findings)
    findings.push_back({{"rule", finding.rule},
                        {"verdict", name_of(finding.verdict)},
                        {"place", finding.place},
                        {"text", finding.text},
                        {"remedy", finding.remedy}});
  return rendering::json_text(ordered_json{{"format_version", kOutputVersion},
                                           {"call", json_of(submission.call)},
                                           {"file",
                                            {{"name", *submission.name},
                                             {"size_bytes", submission.bytes->size()},
                                             {"sha256", sha256_hex(*submission.bytes)}}},
                                           {"received", submission.request.received.text()},
                                           {"received_is_now", submission.received_now},
                                           {"submitter", submission.check.submitter},
                                           {"submitter_name", submission.check.submitter_name},
                                           {"words", submission.check.words},
                                           {"refused", submission.check.is_refused()},
                                           {"findings", findings}});
}

std::string calls_text() {
  std::string out;
  for (const Call& call : bundled_calls()) {
    out += (out.empty() ? "" : "\n") + line(call.reference, call.title) + line("", call.id) +
           line("", "mandate " + mandate_of(call)) + line("", "deadline " + deadline_of(call));
    for (const std::string& contact : call.contacts) out += line("", "contact " + contact);
    for (const std::string& text : call.notes) out += line("", text);
  }
  return out;
}

std::string calls_json() {
  ordered_json calls = ordered_json::array();
  for (const Call& call : bundled_calls()) calls.push_back(json_of(call));
  return rendering::json_text(ordered_json{{"format_version", kOutputVersion}, {"calls", calls}});
}

}  // namespace undex::tool
