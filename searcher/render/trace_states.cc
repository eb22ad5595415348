// What a row of a trace says of itself and of the documents that were due in it.
#include <array>

#include "searcher/render/trace.h"

namespace undex {
namespace {

struct StateRow {
  TraceExpected::State state;
  std::string_view name;
  std::string_view said;  ///< before a list of them
};
constexpr std::array<StateRow, 5> kStates = {
    {{TraceExpected::State::mentions, "mentions", "due, held and with it"},
     {TraceExpected::State::silent, "silent", "due, held and without it"},
     {TraceExpected::State::record, "record", "due, held as a catalogue record only"},
     {TraceExpected::State::not_held, "not held", "due and not held"},
     {TraceExpected::State::unknown, "symbol not known", "due, symbol not known"}}};

constexpr bool is_in_order() {
  for (std::size_t at = 0; at < kStates.size(); ++at)
    if (kStates[at].state != static_cast<TraceExpected::State>(at)) return false;
  return true;
}
static_assert(is_in_order());

}  // namespace

std::string_view state_of(const TraceYear& year) {
  if (year.paragraphs > 0) return "mentioned";
  return year.held > 0 ? "not mentioned" : "not held";
}

std::string_view name_of(TraceExpected::State state) {
  return kStates[static_cast<std::size_t>(state)].name;
}

namespace rendering {

std::string expected_list(const TraceYear& year, TraceExpected::State state,
                          std::string_view between) {
  std::string out;
  for (const TraceExpected& one : year.expected) {
    if (one.state != state) continue;
    if (!out.empty()) out += between;
    out += one.symbol.empty() ? one.series : one.symbol;
  }
  return out;
}

std::string expected_said(const TraceYear& year) {
  std::string out;
  for (const StateRow& row : kStates) {
    if (row.state == TraceExpected::State::mentions) continue;
    const std::string list = expected_list(year, row.state, ", ");
    if (!list.empty()) out += "; " + std::string(row.said) + ": " + list;
  }
  return out;
}

}  // namespace rendering
}  // namespace undex
