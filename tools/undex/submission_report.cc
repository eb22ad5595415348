#include "tools/undex/submission_report.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "corpus/states.h"
#include "corpus/text.h"
#include "indexer/submission/intake.h"
#include "schemas/version.h"
#include "searcher/render/json_text.h"
#include "searcher/render/terminal.h"

namespace undex::tool {
namespace {

using Json = nlohmann::ordered_json;
using rendering::counted;
using What = RegisterEvent::What;

std::string sender_name(const RegisterEvent& event) {
  const Name* name = find_name(event.submitter);
  return name ? name->preferred : event.submitter;
}

std::string line(std::string label, const std::string& text) {
  label.resize(std::max<std::size_t>(label.size() + 1, 12), ' ');
  return label + printable(text) + "\n";
}

Json receipt_body(const RegisterEvent& event) {
  Json overrides = Json::array();
  for (const Override& one : event.overrides)
    overrides.push_back({{"rule", one.rule}, {"reason", one.reason}});
  return {{"number", event.number},         {"call", event.call},
          {"submitter", event.submitter},   {"submitter_name", sender_name(event)},
          {"received", event.received},     {"recorded", event.recorded},
          {"source", event.source},         {"format", event.format},
          {"size_bytes", event.size_bytes}, {"sha256", event.sha256},
          {"replaces", event.replaces},     {"reason", event.reason},
          {"overrides", overrides},         {"register_line", event.line},
          {"register_sum", event.sum}};
}

/// What became of a submission.
struct Fate {
  std::string_view word;  ///< "stands", "replaced", "withdrawn"
  const RegisterEvent* end = nullptr;
  std::string words() const {
    if (!end) return std::string(word);
    return std::string(word) + (end->replaces.empty() ? "" : " by " + end->number) + ": " +
           end->reason;
  }
};

Fate fate_of(const std::vector<RegisterEvent>& events, const RegisterEvent& event) {
  const RegisterEvent* end = ended_by(events, event.number);
  if (!end) return {"stands"};
  return {end->what == What::withdrawn ? "withdrawn" : "replaced", end};
}

struct Submission {
  const RegisterEvent* event;
  Fate fate;
};

std::vector<Submission> submissions(const std::vector<RegisterEvent>& events, const Call& call) {
  std::vector<Submission> found;
  for (const RegisterEvent& event : events)
    if (event.what != What::withdrawn && event.call == call.reference)
      found.push_back({&event, fate_of(events, event)});
  return found;
}

/// Ids of the senders of which a submission stands.
std::set<std::string> answered(const std::vector<Submission>& all) {
  std::set<std::string> senders;
  for (const Submission& one : all)
    if (!one.fate.end) senders.insert(one.event->submitter);
  return senders;
}

std::size_t states_in(const std::set<std::string>& senders) {
  return static_cast<std::size_t>(
      std::count_if(senders.begin(), senders.end(),
                    [](const std::string& sender) { return find_state(sender) != nullptr; }));
}

/// Member States of a region, and those of them that have not answered.
struct Region {
  std::size_t states = 0;
  std::vector<std::string> missing;
};

std::map<std::string, Region> regions(const std::set<std::string>& senders) {
  std::map<std::string, Region> found;
  for (const MemberState& state : member_states()) {
    Region& region = found[std::string(state.region)];
    ++region.states;
    if (!senders.contains(state.name->id)) region.missing.push_back(state.name->preferred);
  }
  return found;
}

}  // namespace

std::string receipt_text(const RegisterEvent& event) {
  std::string out = line("receipt", event.number);
  out += line("call", event.call);
  out += line("from", sender_name(event));
  out += line("received", event.received);
  out += line("entered", event.recorded);
  out += line("file",
              event.source + "  (" + event.format + ", " + counted(event.size_bytes, "byte") + ")");
  out += line("SHA-256", event.sha256);
  if (!event.replaces.empty()) out += line("replaces", event.replaces + ": " + event.reason);
  for (const Override& one : event.overrides)
    out += line("set aside", one.rule + ": " + one.reason);
  return out + line("register", "line " + std::to_string(event.line) + ", sum " + event.sum);
}

std::string receipt_json(const RegisterEvent& event) {
  Json out = {{"format_version", kOutputVersion}};
  out.update(receipt_body(event));
  return rendering::json_text(out);
}

std::string withdrawal_text(const RegisterEvent& event) {
  return line("withdrawn", event.number) + line("entered", event.recorded) +
         line("reason", event.reason) +
         line("register", "line " + std::to_string(event.line) + ", sum " + event.sum);
}

std::string withdrawal_json(const RegisterEvent& event) {
  return rendering::json_text(Json{{"format_version", kOutputVersion},
                                   {"withdrawn", event.number},
                                   {"recorded", event.recorded},
                                   {"reason", event.reason},
                                   {"register_line", event.line},
                                   {"register_sum", event.sum}});
}

std::string list_text(const std::vector<RegisterEvent>& events, const Call& call) {
  const std::vector<Submission> all = submissions(events, call);
  const std::set<std::string> senders = answered(all);
  std::string out = printable(call.reference) + ": " + counted(all.size(), "submission") + ", " +
                    std::to_string(states_in(senders)) + " of " +
                    counted(member_states().size(), "Member State") + " answered\n";
  std::vector<std::vector<std::string>> rows;
  for (const Submission& one : all) {
    const bool late = std::any_of(one.event->overrides.begin(), one.event->overrides.end(),
                                  [](const Override& rule) { return rule.rule == "deadline"; });
    rows.push_back({"  " + printable(one.event->number), printable(sender_name(*one.event)),
                    printable(one.event->received) + (late ? " (late)" : ""),
                    printable(one.fate.words())});
  }
  return out + rendering::table(rows);
}

std::string list_json(const std::vector<RegisterEvent>& events, const Call& call) {
  const std::vector<Submission> all = submissions(events, call);
  Json list = Json::array();
  for (const Submission& one : all) {
    Json body = receipt_body(*one.event);
    body["status"] = one.fate.word;
    body["ended_by"] = one.fate.end ? Json(one.fate.words()) : Json(nullptr);
    list.push_back(std::move(body));
  }
  return rendering::json_text(Json{{"format_version", kOutputVersion},
                                   {"call", call.reference},
                                   {"deadline", call.deadline.text()},
                                   {"member_states", member_states().size()},
                                   {"member_states_answered", states_in(answered(all))},
                                   {"submissions", list}});
}

std::string missing_text(const std::vector<RegisterEvent>& events, const Call& call) {
  const std::set<std::string> senders = answered(submissions(events, call));
  const std::size_t all = member_states().size();
  std::string out = printable(call.reference) + ": " + std::to_string(all - states_in(senders)) +
                    " of " + counted(all, "Member State") + " have not answered\n";
  for (const auto& [name, region] : regions(senders)) {
    out += printable(name) + "  " + std::to_string(region.missing.size()) + " of " +
           std::to_string(region.states) + "\n";
    std::string names;
    for (const std::string& state : region.missing) names += (names.empty() ? "" : ", ") + state;
    if (!names.empty()) out += rendering::wrapped(printable(names), "  ", 100);
  }
  return out;
}

std::string missing_json(const std::vector<RegisterEvent>& events, const Call& call) {
  const std::set<std::string> senders = answered(submissions(events, call));
  Json list = Json::array();
  for (const auto& [name, region] : regions(senders))
    list.push_back(
        {{"region", name}, {"member_states", region.states}, {"missing", region.missing}});
  return rendering::json_text(Json{{"format_version", kOutputVersion},
                                   {"call", call.reference},
                                   {"member_states", member_states().size()},
                                   {"missing", member_states().size() - states_in(senders)},
                                   {"regions", list}});
}

}  // namespace undex::tool
