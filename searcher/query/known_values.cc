#include "searcher/query/known_values.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/authority.h"
#include "corpus/labels.h"
#include "corpus/states.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "schemas/terms.h"

namespace undex::query {
namespace {

constexpr std::string_view kState = "state";
constexpr std::string_view kSubmitter = "submitter";
constexpr std::string_view kLanguage = "language";
constexpr std::array<std::string_view, 6> kClosed = {"status",   "collection", "region",
                                                     "activity", kState,       kLanguage};
constexpr std::size_t kMostOffered = 3;
/// No name is longer; edits are counted by the product of the lengths.
constexpr std::size_t kLongestName = 80;

bool is_language_code(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) && std::all_of(text.begin(), text.end(), is_letter);
}

}  // namespace

std::string known_value(const Field& field, std::string_view text) {
  std::string typed = collapse_spaces(text);
  // States have more names than a label each: former ones, codes; the index knows them all.
  if (field.name == kState || field.name == kSubmitter)
    return parse_state(typed) ? typed : std::string();
  if (field.name == kLanguage && is_language_code(typed)) return typed;
  const std::string wanted = fold(typed);
  const Label* named = nullptr;
  for (const Label& label : labels(field.name)) {
    const bool english = label.language == "en";
    if (fold(label.value) == wanted || (english && fold(label.text) == wanted)) return typed;
    if (!named && fold(label.text) == wanted) named = &label;
  }
  return named ? std::string(label_of(field.name, named->value, "en")) : std::string();
}

bool is_known_value(const Field& field, std::string_view text) {
  const std::string term = field_term(field, text);
  return find_name(std::string_view(term).substr(term.find(':') + 1)) != nullptr ||
         !known_value(field, text).empty();
}

bool is_closed(const Field& field) {
  return std::find(kClosed.begin(), kClosed.end(), field.name) != kClosed.end();
}

std::vector<std::string> nearest_values(const Field& field, std::string_view text) {
  std::vector<std::string> out;
  if (field.name == kState) {
    for (const MemberState* state : nearest_states(text)) out.push_back(state->name->preferred);
    return out;
  }
  const std::string typed = fold(text).substr(0, kLongestName);
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const Label& label : labels(field.name)) {
    const std::string name = fold(label.text);
    const bool begins = typed.size() >= 3 && (name.starts_with(typed) || typed.starts_with(name));
    const std::size_t steps = begins ? 1 : edit_distance(typed, name);
    if (steps <= std::max<std::size_t>(1, name.size() / 3)) near.emplace_back(steps, label.value);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [steps, value] : near)
    if (out.size() < kMostOffered && std::find(out.begin(), out.end(), value) == out.end())
      out.emplace_back(value);
  return out;
}

}  // namespace undex::query
