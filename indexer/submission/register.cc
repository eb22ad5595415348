#include "indexer/submission/register.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "corpus/archive/files.h"
#include "corpus/archive/journal.h"
#include "corpus/ascii.h"
#include "corpus/hash.h"
#include "corpus/states.h"
#include "indexer/submission/register_line.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSum = 64;

/// What the first line is bound to.
std::string no_sum() { return std::string(kSum, '0'); }

fs::path register_path(const fs::path& archive) { return archive / "register"; }
/// How far it was acknowledged: a register that lost lines at its end is noticed.
fs::path end_path(const fs::path& archive) { return archive / "register.end"; }

std::string sum_of(std::string_view former, std::string_view line) {
  return sha256_hex(std::string(former) + std::string(line));
}

/// The register as it lies on the disk.
struct Contents {
  std::vector<RegisterEvent> events;
  std::unordered_map<std::string, bool> numbers;  ///< every one given, and whether it stands
  std::vector<RegisterFault> faults;
  std::size_t whole_bytes = 0;  ///< what follows is a line that a crash cut off
  std::string sum = no_sum();
};

/// How an event contradicts those before it; empty if it does not.
std::string contradiction(const Contents& before, const RegisterEvent& event) {
  const auto stands = [&](const std::string& number) {
    const auto found = before.numbers.find(number);
    return found != before.numbers.end() && found->second;
  };
  if (event.line != before.events.size() + 1)
    return "has the number " + std::to_string(event.line) + " of another line";
  if (event.what == RegisterEvent::What::withdrawn)
    return stands(event.number) ? "" : "withdraws " + event.number + ", which does not stand";
  if (before.numbers.contains(event.number))
    return "gives the number " + event.number + " a second time";
  if (event.what == RegisterEvent::What::replaced && !stands(event.replaces))
    return "replaces " + event.replaces + ", which does not stand";
  return {};
}

void enter(Contents& contents, RegisterEvent event) {
  contents.numbers[event.number] = event.what != RegisterEvent::What::withdrawn;
  if (!event.replaces.empty()) contents.numbers[event.replaces] = false;
  contents.sum = event.sum;
  contents.events.push_back(std::move(event));
}

/// One line with its sum: enters the event, or the fault.
void read_line(std::string_view line, Contents& contents) {
  const std::size_t number = contents.events.size() + 1;
  const std::string_view xml = line.substr(0, line.size() - std::min(line.size(), kSum + 1));
  const std::string_view sum = line.substr(std::min(line.size(), xml.size() + 1));
  RegisterEvent event;
  std::string fault;
  if (line != std::string(xml) + " " + sum_of(contents.sum, xml)) {
    fault = "does not match its sum: it, or a line before it, was changed";
  } else {
    try {
      event = read_register_line(xml, "register");
      if (contents.faults.empty()) fault = contradiction(contents, event);
    } catch (const Error&) {
      fault = "is no event as undex writes it";
    }
  }
  if (!fault.empty()) contents.faults.push_back({number, fault});
  event.sum = sum;
  enter(contents, std::move(event));
}

Contents read_contents(const fs::path& archive) {
  // The mark is read before the register, which may grow meanwhile under a writer.
  const std::optional<std::string> mark = files::read(end_path(archive));
  const std::optional<std::string> bytes = files::read(register_path(archive));
  Contents contents;
  if (!bytes && !mark) return contents;
  const std::optional<JournalEnd> end = mark ? read_journal_end(*mark) : std::nullopt;
  if (!end)
    contents.faults.push_back({0,
                               "the mark beside it, 'register.end', is missing or damaged: lines "
                               "at its end may be lost"});
  std::string_view rest = bytes ? std::string_view(*bytes) : std::string_view();
  // Some file systems fill what a power cut kept from being written with zeros.
  while (rest.ends_with('\0')) rest.remove_suffix(1);
  bool meets_mark = !end || (end->size_bytes == 0 && end->chain == contents.sum);
  for (std::size_t stop = rest.find('\n'); stop != std::string_view::npos; stop = rest.find('\n')) {
    read_line(rest.substr(0, stop), contents);
    rest.remove_prefix(stop + 1);
    contents.whole_bytes += stop + 1;
    meets_mark |= end && end->size_bytes == contents.whole_bytes && end->chain == contents.sum;
  }
  if (!meets_mark && contents.faults.empty())
    contents.faults.push_back(
        {contents.events.size() + 1, "is missing: lines that were acknowledged are lost"});
  return contents;
}

/// "NOR" of Norway; another sender is called by its id or name.
std::string code_of(std::string_view submitter) {
  if (const MemberState* state = find_state(submitter)) return std::string(state->alpha3);
  std::string code;
  for (const char c : submitter)
    code += is_lower(c) ? static_cast<char>(c - 'a' + 'A') : is_letter(c) || is_digit(c) ? c : '-';
  return code;
}

}  // namespace

struct Register::State {
  fs::path archive;
  Contents contents;
};

Register::Register(std::unique_ptr<State> state) : state_(std::move(state)) {}
Register::Register(Register&&) noexcept = default;
Register& Register::operator=(Register&&) noexcept = default;
Register::~Register() = default;

Register Register::open(const fs::path& archive) {
  auto state = std::make_unique<State>();
  state->archive = archive;
  state->contents = read_contents(archive);
  for (const RegisterFault& fault : state->contents.faults)
    if (fault.line > 0)
      throw Error(ErrorKind::archive,
                  "register '" + register_path(archive).string() + "' is damaged: line " +
                      std::to_string(fault.line) + " " + fault.text,
                  "restore the archive from a copy; nothing was changed");
  return Register(std::move(state));
}

const std::vector<RegisterEvent>& Register::events() const { return state_->contents.events; }

std::string Register::next_number(std::string_view call, std::string_view submitter) const {
  const std::string stem = std::string(call) + "/" + code_of(submitter) + "/";
  std::size_t count = 1;
  for (const RegisterEvent& event : events())
    if (event.what != RegisterEvent::What::withdrawn && event.number.starts_with(stem)) ++count;
  return stem + std::to_string(count);
}

RegisterEvent Register::append(RegisterEvent event) {
  Contents& contents = state_->contents;
  const fs::path path = register_path(state_->archive);
  event.line = contents.events.size() + 1;
  const std::string xml = write_register_line(event);
  // A line that cannot be read back would make the whole register unreadable.
  RegisterEvent entered = read_register_line(xml, event.number);
  if (const std::string fault = contradiction(contents, entered); !fault.empty())
    throw Error(ErrorKind::check, "the register cannot take it: the line " + fault,
                "'undex submission list --call CALL' shows what stands");
  entered.sum = sum_of(contents.sum, xml);
  const std::string line = xml + " " + entered.sum + "\n";

  const JournalEnd before = {contents.whole_bytes, contents.sum};
  const JournalEnd after = {contents.whole_bytes + line.size(), entered.sum};
  const fs::path end = end_path(state_->archive);
  files::overwrite(end, write_journal_end(before));
  files::sync(end);
  const files::Descriptor file = files::open_for_append(path);
  files::truncate(file, contents.whole_bytes, path);  // what a crash cut off
  files::write_all(file, line, path);
  files::sync(file, path);
  files::sync(state_->archive);
  files::overwrite(end, write_journal_end(after));
  files::sync(end);
  enter(contents, entered);
  contents.whole_bytes = after.size_bytes;
  return entered;
}

std::vector<RegisterFault> Register::verify(const fs::path& archive) {
  return read_contents(archive).faults;
}

}  // namespace undex
