#include "schemas/concepts.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <string>

#include "corpus/language.h"
#include "schemas/concept_table.h"
#include "schemas/terms.h"

namespace undex {
namespace {

constexpr std::string_view kEnglish = kLanguages.front();

/// A step along a variant: a token, or one character of a Chinese word, so that it does not matter
/// how a longer name was cut into words.
struct Step {
  std::size_t token = 0;
  std::string_view character{};  ///< empty for a token
  bool first = true;             ///< of its token
  bool last = true;
};

std::vector<Step> steps_of(const std::vector<Token>& list, const std::vector<WordForm>& forms) {
  std::vector<Step> steps;
  steps.reserve(list.size());
  for (std::size_t at = 0; at < list.size(); ++at) {
    if (!list[at].ideographic) {
      steps.push_back({.token = at});
      continue;
    }
    const std::vector<std::string_view> all = characters_of(forms[at].word);
    for (std::size_t i = 0; i < all.size(); ++i)
      steps.push_back(
          {.token = at, .character = all[i], .first = i == 0, .last = i + 1 == all.size()});
  }
  return steps;
}

const PathSlot* find_path(Path path) {
  const std::span<const PathSlot> slots = concept_paths();
  for (std::size_t at = slot_of(path, slots.size()); slots[at].path != 0;
       at = (at + 1) % slots.size())
    if (slots[at].path == path) return &slots[at];
  return nullptr;
}

std::string_view singular(std::string_view text) {
  return text.ends_with('s') && text.size() > 2 ? text.substr(0, text.size() - 1) : text;
}

using Slots = std::vector<const PathSlot*>;

/// Whether any variant goes on so.
bool go_on(Path path, StepKind kind, std::string_view text, Slots& out) {
  const PathSlot* found = find_path(path_on(path, kind, text));
  if (found) out.push_back(found);
  return found != nullptr;
}

void go_on_by_acronym(Path path, StepKind kind, std::string_view text, Slots& out) {
  const std::string_view one = singular(text);
  if (!go_on(path, kind, text, out) && one != text) go_on(path, kind, one, out);
}

/// The longest variant of a concept from a step on.
struct Longest {
  std::size_t tokens = 0;
  std::string_view wording{};
};

/// A text as steps, and the concepts that begin at one of them.
struct Walk {
  const std::vector<Token>& list;
  const std::vector<WordForm>& forms;
  Path start;
  std::vector<Step> steps = steps_of(list, forms);

  /// By the places of the concepts.
  std::map<std::size_t, Longest> longest_from(std::size_t first) const {
    std::map<std::size_t, Longest> longest;
    Slots here, next;
    for (std::size_t at = first; at < steps.size(); ++at) {
      if (at > first && steps[at].first && list[steps[at].token].gap) break;
      next.clear();
      if (at == first) go_on_by(start, steps[at], next);
      for (const PathSlot* slot : here) go_on_by(slot->path, steps[at], next);
      if (next.empty()) break;
      std::swap(here, next);
      if (!steps[at].last) continue;
      for (const PathSlot* slot : here)
        note_ends(*slot, steps[at].token - steps[first].token + 1, longest);
    }
    return longest;
  }

 private:
  void go_on_by(Path path, const Step& step, Slots& out) const {
    if (!step.character.empty()) {
      go_on(path, StepKind::stem, step.character, out);
      return;
    }
    const WordForm& form = forms[step.token];
    const std::string& raw = list[step.token].raw;
    go_on(path, StepKind::stem, key_of(form), out);
    go_on_by_acronym(path, StepKind::acronym, form.word, out);
    if (raw.front() < 'a' || raw.front() > 'z')
      go_on_by_acronym(path, StepKind::capitals, raw, out);
  }

  static void note_ends(const PathSlot& slot, std::size_t tokens,
                        std::map<std::size_t, Longest>& longest) {
    for (const ConceptEnd& end : concept_ends().subspan(slot.first_end, slot.ends)) {
      Longest& known = longest[end.found];
      if (tokens > known.tokens)
        known = {tokens, concept_wordings().substr(end.wording, end.wording_bytes)};
    }
  }
};

/// Other languages are read as English.
Path start_of(std::string_view language) {
  const auto found = std::find(kLanguages.begin(), kLanguages.end(), language);
  return path_from(found == kLanguages.end() ? kEnglish : *found);
}

std::vector<ConceptMatch> all_matches(const std::vector<Token>& list,
                                      const std::vector<WordForm>& forms,
                                      std::string_view language) {
  const Walk walk{.list = list, .forms = forms, .start = start_of(language)};
  std::map<std::size_t, std::size_t> free_from;  // token behind the last match of a concept
  std::vector<ConceptMatch> matches;
  for (std::size_t first = 0; first < walk.steps.size(); ++first) {
    if (!walk.steps[first].first) continue;
    const std::size_t token = walk.steps[first].token;
    for (const auto& [found, longest] : walk.longest_from(first)) {
      if (free_from[found] > token) continue;
      free_from[found] = token + longest.tokens;
      matches.push_back({token, longest.tokens, found, longest.wording});
    }
  }
  return matches;
}

/// The concepts that the English variants of one hold: "ICT security" holds "ICT".
std::vector<std::size_t> read_within_english(std::string_view id) {
  std::vector<std::size_t> within;
  const std::optional<KnownConcept> known = find_concept(id);
  for (const ConceptVariant& variant : known->variants) {
    if (variant.language != kEnglish) continue;
    const std::vector<Token> list = tokens(variant.text, kEnglish, {});
    std::vector<WordForm> forms;
    for (const Token& token : list) forms.push_back(word_form(token.raw, kEnglish));
    for (const ConceptMatch& match : all_matches(list, forms, kEnglish))
      within.push_back(match.found);
  }
  return within;
}

bool is_within_english(const ConceptMatch& outer, const ConceptMatch& inner) {
  struct Slot {
    std::once_flag once;
    std::vector<std::size_t> within;
  };
  static std::vector<Slot> slots(concept_count());
  Slot& slot = slots[outer.found];
  std::call_once(slot.once, [&] { slot.within = read_within_english(outer.id()); });
  return std::find(slot.within.begin(), slot.within.end(), inner.found) != slot.within.end();
}

/// "Technologies de l'information et de la communication" is no mention of information technology,
/// though its first words are: English would not say so.
bool is_hidden(const ConceptMatch& match, const std::vector<ConceptMatch>& all, std::size_t place) {
  constexpr std::size_t kLongest = 32;  // tokens
  const auto hides = [&](const ConceptMatch& other) {
    return other.count > match.count && other.first <= match.first &&
           other.first + other.count >= match.first + match.count &&
           !is_within_english(other, match);
  };
  for (std::size_t at = place + 1; at < all.size() && all[at].first == match.first; ++at)
    if (hides(all[at])) return true;
  for (std::size_t at = place; at-- > 0 && all[at].first + kLongest > match.first;)
    if (hides(all[at])) return true;
  return false;
}

}  // namespace

std::vector<ConceptMatch> find_concepts(const std::vector<Token>& list,
                                        const std::vector<WordForm>& forms,
                                        std::string_view language) {
  const std::vector<ConceptMatch> all = all_matches(list, forms, language);
  if (language == kEnglish) return all;
  std::vector<ConceptMatch> seen;
  for (std::size_t at = 0; at < all.size(); ++at)
    if (!is_hidden(all[at], all, at)) seen.push_back(all[at]);
  return seen;
}

}  // namespace undex
