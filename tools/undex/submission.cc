// undex submission: a registry's work with what States send under a call.
#include <array>
#include <filesystem>
#include <optional>

#include "corpus/strings.h"
#include "corpus/utc.h"
#include "indexer/submission/find_call.h"
#include "indexer/submission/intake.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/index_run.h"
#include "tools/undex/submission_check.h"
#include "tools/undex/submission_report.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

bool in_json(const Arguments& arguments) { return arguments.value("format") == "json"; }

void print_receipt(const RegisterEvent& event, const Arguments& arguments) {
  print(in_json(arguments) ? receipt_json(event) : receipt_text(event));
}

Intake open_intake(Archive& archive) {
  Intake intake(archive, utc_now());
  for (const std::string& healed : intake.healed()) note("note: " + healed);
  return intake;
}

void bring_in_step(const Archive& archive, const Arguments& arguments) {
  IndexProgress progress(arguments.has("quiet"));
  bring_in_step(archive, false, progress);
}

std::string required_reason(const Arguments& arguments, const std::string& of) {
  std::string reason = stated_reason(arguments);
  if (reason.empty())
    throw Error(ErrorKind::usage, "no reason is given for the " + of,
                "--reason TEXT is kept in the register");
  return reason;
}

int judge(const CheckedSubmission& submission, const Arguments& arguments) {
  print(in_json(arguments) ? check_json(submission) : check_text(submission));
  return submission.check.is_refused() ? static_cast<int>(ErrorKind::check) : 0;
}

/// Exit status 4 with the findings when it is refused, else the receipt. What came in time stays
/// received, whenever the same bytes are given again.
int take_in(const Arguments& arguments, const std::string& file, const std::string& replaces) {
  const std::string reason = replaces.empty() ? "" : required_reason(arguments, "replacement");
  const CheckedSubmission submission = check_stated_submission(arguments, file);
  const bool refused = submission.check.is_refused();
  std::error_code ignored;
  if (refused && !std::filesystem::exists(archive_dir(arguments), ignored))
    return judge(submission, arguments);
  // Only what is taken in makes an archive.
  if (!replaces.empty()) Archive::open(archive_dir(arguments), Archive::Mode::read);
  Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::write);
  Intake intake = open_intake(archive);
  std::optional<RegisterEvent> event;
  if (replaces.empty())
    event = intake.received_before(submission.call, *submission.bytes,
                                   arguments.has("submitter") ? submission.check.submitter : "");
  if (event)
    note("note: the same bytes were received before; this is the receipt of then");
  else if (refused)
    return judge(submission, arguments);
  else
    event = intake.receive({.call = submission.call,
                            .request = submission.request,
                            .check = submission.check,
                            .replaces = replaces,
                            .reason = reason});
  bring_in_step(archive, arguments);
  print_receipt(*event, arguments);
  return 0;
}

int check(const Arguments& arguments) {
  return judge(check_stated_submission(arguments, arguments.words()[1]), arguments);
}

int calls(const Arguments& arguments) {
  print(in_json(arguments) ? calls_json() : calls_text());
  return 0;
}

int add(const Arguments& arguments) { return take_in(arguments, arguments.words()[1], ""); }

int replace(const Arguments& arguments) {
  return take_in(arguments, arguments.words()[2], arguments.words()[1]);
}

int withdraw(const Arguments& arguments) {
  const std::string reason = required_reason(arguments, "withdrawal");
  Archive::open(archive_dir(arguments), Archive::Mode::read);  // a mistyped path makes no archive
  Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::write);
  Intake intake = open_intake(archive);
  const RegisterEvent event = intake.withdraw(arguments.words()[1], reason);
  bring_in_step(archive, arguments);
  print(in_json(arguments) ? withdrawal_json(event) : withdrawal_text(event));
  return 0;
}

int receipt(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const Register entries = Register::open(archive.dir());
  const std::string& number = arguments.words()[1];
  for (const RegisterEvent& event : entries.events())
    if (event.number == number && event.what != RegisterEvent::What::withdrawn) {
      print_receipt(event, arguments);
      return 0;
    }
  note("undex: there is no submission '" + number + "'");
  return 1;
}

int list(const Arguments& arguments) {
  if (!arguments.has("call"))
    throw Error(ErrorKind::usage, "submissions under which call? no --call given",
                "undex submission list --call ODA/2023-00042");
  const Call call = find_call(arguments.value("call"));
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const std::vector<RegisterEvent> events = Register::open(archive.dir()).events();
  const auto print_one = [&](auto text, auto json) {
    print(in_json(arguments) ? json(events, call) : text(events, call));
  };
  if (arguments.has("missing"))
    print_one(missing_text, missing_json);
  else
    print_one(list_text, list_json);
  return 0;
}

struct Verb {
  std::string_view name;
  std::string_view words;  ///< that follow it
  std::size_t count;
  int (*run)(const Arguments& arguments);
};
constexpr std::array<Verb, 7> kVerbs = {{
    {"calls", "", 0, calls},
    {"check", "FILE", 1, check},
    {"add", "FILE", 1, add},
    {"list", "", 0, list},
    {"receipt", "NUMBER", 1, receipt},
    {"replace", "NUMBER FILE", 2, replace},
    {"withdraw", "NUMBER", 1, withdraw},
}};

}  // namespace

int run_submission(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.words();
  std::vector<std::string_view> names;
  for (const Verb& verb : kVerbs) {
    names.push_back(verb.name);
    if (words.empty() || words[0] != verb.name) continue;
    if (words.size() == verb.count + 1) return verb.run(arguments);
    throw Error(
        ErrorKind::usage, "'submission " + words[0] + "' takes other words",
        "undex submission " + words[0] + (verb.count > 0 ? " " : "") + std::string(verb.words));
  }
  const std::string near = words.empty() ? "" : nearest_name(words[0], names);
  throw Error(ErrorKind::usage,
              words.empty() ? "submission: what is to be done? no word given"
                            : "submission: '" + words[0] + "' is none of its words" +
                                  (near.empty() ? "" : "; did you mean '" + near + "'?"),
              "its words are calls, check, add, list, receipt, replace and withdraw");
}

}  // namespace undex::tool
