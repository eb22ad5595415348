#include "indexer/submission/intake.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/hash.h"
#include "corpus/strings.h"
#include "undex/error.h"

namespace undex {
namespace {

using What = RegisterEvent::What;

/// Notices by which a document carries what else its line in the register says.
constexpr std::string_view kSetAside = "rule-set-aside";  // "deadline: the post was late"
constexpr std::string_view kReplaces = "replaces";  // "ODA/2023-00042/NOR/1: a page was missing"
constexpr std::string_view kMark = ": ";

Notice notice_of(std::string_view code, const std::string& what, const std::string& reason) {
  return {.level = Notice::Level::info,
          .code = std::string(code),
          .locator = {},
          .text = what + std::string(kMark) + reason};
}

Override parts_of(const Notice& notice) {
  const std::size_t mark = std::min(notice.text.find(kMark), notice.text.size());
  return {.rule = notice.text.substr(0, mark),
          .reason = notice.text.substr(std::min(mark + kMark.size(), notice.text.size()))};
}

std::string sender_of(const SubmissionCheck& check) {
  return check.submitter.empty() ? check.submitter_name : check.submitter;
}

/// A rule that was kept needs no leave.
bool took_effect(const Override& override, const SubmissionCheck& check) {
  return std::any_of(check.findings.begin(), check.findings.end(), [&](const Finding& finding) {
    return finding.rule == override.rule && finding.verdict == Finding::Verdict::overridden;
  });
}

/// The document as it is kept, under its number.
Document submission_document(const Admission& admission, const std::string& number,
                             const std::string& now) {
  Document document = *admission.check.document;
  Masthead& masthead = document.masthead;
  masthead.add(MastheadItem::call, {admission.call.id, admission.call.reference, ""});
  masthead.add(MastheadItem::submitter,
               {admission.check.submitter_name, sender_of(admission.check), ""});
  masthead.add(MastheadItem::submission_number, {"", number, ""});
  masthead.add(MastheadItem::received, {"", admission.request.received.text(), ""});
  for (const Override& override : admission.request.overrides)
    if (took_effect(override, admission.check))
      document.notices.push_back(notice_of(kSetAside, override.rule, override.reason));
  if (!admission.replaces.empty())
    document.notices.push_back(notice_of(kReplaces, admission.replaces, admission.reason));
  Provenance& provenance = document.provenance;
  provenance.source = admission.request.source.name;
  provenance.sha256 = sha256_hex(admission.request.source.bytes);
  provenance.size_bytes = admission.request.source.bytes.size();
  provenance.added = now;
  return document;
}

/// The line of a document in the register: made of nothing else, so that it can be made again.
RegisterEvent event_of(const Document& document) {
  const Masthead& masthead = document.masthead;
  RegisterEvent event{.number = masthead.normal(MastheadItem::submission_number),
                      .recorded = document.provenance.added,
                      .received = masthead.normal(MastheadItem::received),
                      .call = masthead.normal(MastheadItem::call),
                      .submitter = masthead.normal(MastheadItem::submitter),
                      .source = document.provenance.source,
                      .format = document.provenance.format,
                      .sha256 = document.provenance.sha256,
                      .size_bytes = document.provenance.size_bytes,
                      .replaces = {},
                      .reason = {},
                      .overrides = {},
                      .sum = {}};
  for (const Notice& notice : document.notices) {
    if (notice.code == kSetAside) event.overrides.push_back(parts_of(notice));
    if (notice.code != kReplaces) continue;
    event.what = What::replaced;
    const Override former = parts_of(notice);
    event.replaces = former.rule;
    event.reason = former.reason;
  }
  return event;
}

/// Whether it may be the number of a submission, "ODA/2023-00042/NOR/1"; its document tells. A call
/// may have the symbol of a document as its reference, and its numbers then look like symbols.
bool looks_numbered(const std::string& name) {
  const std::vector<std::string_view> parts = split(name, '/');
  if (parts.size() < 3) return false;
  const std::string_view code = parts[parts.size() - 2], digits = parts.back();
  return std::any_of(code.begin(), code.end(), is_letter) &&
         code.find('.') == std::string_view::npos && !digits.empty() &&
         std::all_of(digits.begin(), digits.end(), is_digit);
}

bool is_numbered(const Document& document, const std::string& name) {
  return document.masthead.normal(MastheadItem::submission_number) == name;
}

/// What the register says of each number: whether it stands.
std::unordered_map<std::string, bool> standing(const std::vector<RegisterEvent>& events) {
  std::unordered_map<std::string, bool> numbers;
  for (const RegisterEvent& event : events) {
    numbers[event.number] = event.what != What::withdrawn;
    if (!event.replaces.empty()) numbers[event.replaces] = false;
  }
  return numbers;
}

/// Submissions held that the register does not know.
std::vector<Document> unentered(const Archive& archive,
                                const std::unordered_map<std::string, bool>& numbers) {
  std::vector<Document> found;
  for (const ArchiveEntry& entry : archive.list()) {
    if (numbers.contains(entry.name) || !looks_numbered(entry.name)) continue;
    Document document = archive.read(entry);
    if (is_numbered(document, entry.name)) found.push_back(std::move(document));
  }
  return found;
}

const RegisterEvent* received_as(const std::vector<RegisterEvent>& events,
                                 const std::string& number) {
  const auto found = std::find_if(events.begin(), events.end(), [&](const RegisterEvent& event) {
    return event.number == number && event.what != What::withdrawn;
  });
  return found == events.end() ? nullptr : &*found;
}

[[noreturn]] void refuse(const std::string& what, const std::string& hint) {
  throw Error(ErrorKind::check, what, hint);
}

/// The event of a submission that stands.
const RegisterEvent& require_standing(const std::vector<RegisterEvent>& events,
                                      const std::string& number) {
  const std::string hint = "'undex submission list --call CALL' shows the numbers";
  const RegisterEvent* event = received_as(events, number);
  if (!event) refuse("there is no submission '" + number + "'", hint);
  if (const RegisterEvent* end = ended_by(events, number))
    refuse("submission '" + number + "' was " +
               (end->what == What::withdrawn ? "withdrawn" : "replaced by " + end->number),
           hint);
  return *event;
}

}  // namespace

const RegisterEvent* ended_by(const std::vector<RegisterEvent>& events, const std::string& number) {
  const auto found = std::find_if(events.begin(), events.end(), [&](const RegisterEvent& event) {
    return event.replaces == number || (event.what == What::withdrawn && event.number == number);
  });
  return found == events.end() ? nullptr : &*found;
}

Intake::Intake(Archive& archive, std::string now)
    : archive_(archive), now_(std::move(now)), entries_(Register::open(archive.dir())) {
  heal();
}

void Intake::heal() {
  // A crash leaves one document without its line. More than one were brought in another way, or the
  // register lost them: that is for `undex verify` to say and for nobody to mend in silence.
  const std::vector<Document> missing = unentered(archive_, standing(entries_.events()));
  if (missing.size() == 1) {
    const RegisterEvent event = event_of(missing.front());
    if (event.number == entries_.next_number(event.call, event.submitter)) {
      entries_.append(event);
      healed_.push_back(event.number + " was in the archive and is entered in the register now");
    }
  }
  for (const auto& [number, stands] : standing(entries_.events())) {
    if (stands || archive_.find(number).empty()) continue;
    remove_held(number, ended_by(entries_.events(), number)->reason);
    healed_.push_back(number + " was withdrawn and is removed from the archive now");
  }
}

void Intake::remove_held(const std::string& number, const std::string& reason) {
  for (const ArchiveEntry& entry : archive_.find(number)) archive_.remove(entry, reason, now_);
  archive_.commit();
}

void Intake::remove_plain(const Document& submission) {
  const Provenance& from = submission.provenance;
  const std::optional<ArchiveEntry> held = archive_.find_original(from.sha256, from.source);
  if (held && !standing(entries_.events()).contains(held->name))
    archive_.remove(*held, "taken in as submission " + submission.name(), now_);
}

std::string Intake::free_number(const std::string& call, const std::string& submitter) const {
  std::string number = entries_.next_number(call, submitter);
  // Where the register lost lines, the archive still knows the numbers.
  while (!archive_.history(number).empty()) {
    const std::size_t digits = number.rfind('/') + 1;
    number = number.substr(0, digits) + std::to_string(std::stoull(number.substr(digits)) + 1);
  }
  return number;
}

std::optional<RegisterEvent> Intake::received_before(const Call& call, std::string_view bytes,
                                                     const std::string& sender) const {
  const std::string sha256 = sha256_hex(bytes);
  for (const RegisterEvent& event : entries_.events())
    if (event.sha256 == sha256 && event.call == call.reference &&
        (sender.empty() || event.submitter == sender) && !ended_by(entries_.events(), event.number))
      return event;
  return std::nullopt;
}

RegisterEvent Intake::receive(const Admission& admission) {
  const std::string sender = sender_of(admission.check);
  if (sender.empty()) refuse("who sent it is not known", "name the sender with --submitter");
  if (!admission.check.document)
    refuse("its text could not be read", "have it sent in another format");
  if (!admission.replaces.empty()) {
    const RegisterEvent& former = require_standing(entries_.events(), admission.replaces);
    if (former.call != admission.call.reference || former.submitter != sender)
      refuse("'" + admission.replaces + "' is of another call or sender",
             "'undex submission add' takes it in beside it");
    if (former.sha256 == sha256_hex(admission.request.source.bytes))
      refuse("the file has the same bytes as '" + admission.replaces + "'",
             "there is nothing to replace");
  }
  const Document document =
      submission_document(admission, free_number(admission.call.reference, sender), now_);
  remove_plain(document);
  archive_.put(document, admission.request.source.bytes);
  if (!admission.replaces.empty())
    for (const ArchiveEntry& former : archive_.find(admission.replaces))
      archive_.remove(former, "replaced by " + document.name() + ": " + admission.reason, now_);
  archive_.commit();
  return entries_.append(event_of(document));
}

RegisterEvent Intake::withdraw(const std::string& number, const std::string& reason) {
  require_standing(entries_.events(), number);
  RegisterEvent event;
  event.what = What::withdrawn;
  event.number = number;
  event.recorded = now_;
  event.reason = reason;
  event = entries_.append(event);
  remove_held(number, "withdrawn: " + reason);
  return event;
}

bool holds_submission(const Archive& archive, const ArchiveEntry& entry) {
  return looks_numbered(entry.name) && is_numbered(archive.read(entry), entry.name) &&
         received_as(Register::open(archive.dir()).events(), entry.name) != nullptr;
}

std::vector<RegisterFault> verify_submissions(const Archive& archive) {
  std::vector<RegisterFault> faults = Register::verify(archive.dir());
  for (const RegisterFault& fault : faults)
    if (fault.line > 0) return faults;  // what a damaged line says is nothing to go by
  const Register entries = Register::open(archive.dir());
  const std::vector<RegisterEvent>& events = entries.events();
  const auto numbers = standing(events);
  for (const RegisterEvent& event : events) {
    if (event.what == What::withdrawn) continue;
    const bool stands = numbers.at(event.number);
    const std::vector<ArchiveEntry> held = archive.find(event.number);
    if (stands && held.empty())
      faults.push_back({event.line, "names " + event.number + ", which the archive does not hold"});
    else if (stands && held.front().sha256 != event.sha256)
      faults.push_back({event.line, "names other bytes of " + event.number + " than the archive"});
    else if (!stands && !held.empty())
      faults.push_back({event.line, "names " + event.number +
                                        ", which was taken out and is still held: the next "
                                        "'undex submission' that writes removes it"});
  }
  for (const Document& document : unentered(archive, numbers))
    faults.push_back({0, document.name() +
                             " is in the archive and not in the register: the next 'undex "
                             "submission' that writes enters it if a crash left it so"});
  return faults;
}

}  // namespace undex
