#include "corpus/states.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/data.h"
#include "corpus/state_words.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "corpus/text_regions.h"

namespace undex {
namespace {

enum StateColumn { kId = 0, kAlpha2 = 10, kAlpha3, kM49, kRegion, kStateColumns };
enum NameColumn { kState, kName = 2, kUntil };

constexpr std::array<std::string_view, 6> kLanguages{"en", "fr", "es", "ru", "ar", "zh"};
constexpr std::size_t kMostOfAPhrase = 1000;

/// A name of a State, ready to be compared.
struct StateName {
  const MemberState* state = nullptr;
  StateWords words;
  int until = 0;  ///< the year its end came; 0: in use
};

std::vector<MemberState> read_states() {
  std::vector<MemberState> states;
  for (const auto& row : data_rows("states")) {
    if (row.size() < kStateColumns) continue;
    states.push_back({find_name(row[kId]), row[kAlpha2], row[kAlpha3], row[kM49], row[kRegion]});
  }
  return states;
}

struct States {
  std::vector<MemberState> all = read_states();
  std::unordered_map<std::string_view, const MemberState*> by_id;

  States() {
    for (const MemberState& state : all) by_id.emplace(state.name->id, &state);
  }
  States(const States&) = delete;
  States& operator=(const States&) = delete;
};

const States& states() {
  static const States kStates;
  return kStates;
}

std::vector<StateName> read_names() {
  std::vector<StateName> names;
  // A name of the table goes first: it knows of former names.
  for (const auto& row : data_rows("state_names")) {
    int until = 0;
    std::from_chars(row[kUntil].data(), row[kUntil].data() + row[kUntil].size(), until);
    if (const MemberState* state = find_state(row[kState]))
      names.push_back({state, StateWords(row[kName]), until});
  }
  for (const MemberState& state : states().all) {
    names.push_back({&state, StateWords(state.name->preferred)});
    for (const std::string& variant : state.name->variants)
      names.push_back({&state, StateWords(variant)});
    for (const std::string_view language : kLanguages)
      names.push_back({&state, StateWords(region_name(state.alpha2, language))});
  }
  return names;
}

/// Apart from the table: who asks for a region needs no names.
const std::vector<StateName>& state_names() {
  static const std::vector<StateName> kNames = read_names();
  return kNames;
}

bool holds(const StateWords& words, const std::string& key) {
  return std::any_of(words.words().begin(), words.words().end(),
                     [&](const StateWords::Word& word) { return word.key == key; });
}

/// Articles, and the form of a State, by which an official name differs from the short one. Where
/// it differs in other words too, or names another State without them, the table has it.
bool goes_before_a_name(const std::string& word) {
  static const StateWords kWords(
      "the la le les l el los las of de du des d del "
      "Arab Bolivarian Commonwealth Cooperative Duchy Federal Federation Federative Grand "
      "Hashemite Independent Islamic Kingdom People’s Plurinational Principality Republic "
      "Socialist State Sultanate Union "
      "République Royaume État Principauté Grand-Duché fédérale fédérative islamique "
      "República Reino Estado Principado Ducado Oriental Federativa Islámica "
      "Республика Королевство Государство Княжество Султанат Великое Герцогство Федеративная "
      "Исламская Арабская "
      "جمهورية مملكة دولة سلطنة إمارة");
  return holds(kWords, word);
}

bool goes_behind_a_name(const std::string& word) {
  static const StateWords kWords("العربية الإسلامية 共和国王");
  return holds(kWords, word);
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (is_lower(c)) c = static_cast<char>(c - 'a' + 'A');
  return out;
}

}  // namespace

const std::vector<MemberState>& member_states() { return states().all; }

const MemberState* find_state(std::string_view id) {
  const auto found = states().by_id.find(id);
  return found == states().by_id.end() ? nullptr : found->second;
}

std::string_view region_of(std::string_view id) {
  const MemberState* state = find_state(id);
  return state ? state->region : std::string_view();
}

std::optional<StateMatch> first_state(std::string_view phrase) {
  const StateWords text(phrase.substr(0, kMostOfAPhrase));
  std::optional<StateMatch> best;
  std::size_t best_length = 0;
  for (const StateName& name : state_names()) {
    const std::optional<StateWords::Place> place = text.find(name.words);
    if (!place) continue;
    const bool better = !best || place->begin < best->begin ||
                        (place->begin == best->begin && place->compared_bytes > best_length);
    if (!better) continue;
    best = StateMatch{name.state, place->begin, place->end, name.until};
    best_length = place->compared_bytes;
  }
  return best;
}

std::optional<StateMatch> parse_state(std::string_view text) {
  const std::string code = upper(text);
  for (const MemberState& state : states().all)
    if (code == state.alpha2 || code == state.alpha3 || text == state.m49 || text == state.name->id)
      return StateMatch{&state, 0, text.size(), 0};
  const std::optional<StateMatch> match = first_state(text);
  if (!match) return std::nullopt;
  const StateWords words(text);
  for (const StateWords::Word& word : words.words()) {
    const bool before = word.end <= match->begin, behind = word.begin >= match->end;
    if (before && !goes_before_a_name(word.key)) return std::nullopt;
    if (behind && !goes_behind_a_name(word.key)) return std::nullopt;
  }
  return match;
}

std::vector<const MemberState*> nearest_states(std::string_view text) {
  const std::string wanted = fold(text.substr(0, 80));
  std::vector<std::pair<std::size_t, const MemberState*>> near;
  for (const MemberState& state : states().all) {
    std::size_t least = edit_distance(wanted, fold(state.name->preferred));
    for (const std::string& variant : state.name->variants)
      least = std::min(least, edit_distance(wanted, fold(variant)));
    if (least <= std::max<std::size_t>(1, wanted.size() / 3)) near.emplace_back(least, &state);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const MemberState*> found;
  for (const auto& [distance, state] : near)
    if (found.size() < 3) found.push_back(state);
  return found;
}

}  // namespace undex
