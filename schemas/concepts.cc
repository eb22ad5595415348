#include "schemas/concepts.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/data.h"
#include "corpus/language.h"
#include "corpus/strings.h"
#include "corpus/text.h"

namespace undex {
namespace {

constexpr std::string_view kEnglish = kLanguages.front();
/// At the end of a variant: an acronym that is found in capitals only, and in its language only.
constexpr char kCapitalsOnly = '!';

std::vector<KnownConcept> read_concepts() {
  std::vector<KnownConcept> list;
  std::unordered_map<std::string_view, std::size_t> place;
  for (const auto& row : data_rows("concepts")) {
    place.emplace(row[0], list.size());
    list.push_back({.id = std::string(row[0]), .label = std::string(row[1]), .variants = {}});
    for (const std::string_view variant : split(row[2], '|'))
      list.back().variants.push_back({std::string(variant), kEnglish});
  }
  for (const auto& row : data_rows("concept_names"))
    for (const std::string_view variant : split(row[2], '|'))
      if (const auto found = place.find(row[0]); found != place.end())
        list[found->second].variants.push_back({std::string(variant), row[1]});
  for (KnownConcept& one : list)
    for (ConceptVariant& variant : one.variants) {
      variant.capitals = variant.text.ends_with(kCapitalsOnly);
      if (variant.capitals) variant.text.pop_back();
    }
  return list;
}

const std::vector<KnownConcept>& concepts() {
  static const std::vector<KnownConcept> kConcepts = read_concepts();
  return kConcepts;
}

/// Capitals and digits; the capitals of Russian are \u0410 to \u042f.
bool is_acronym(std::string_view raw) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < raw.size(); ++at, ++letters) {
    if (is_upper(raw[at]) || (letters > 0 && is_digit(raw[at]))) continue;
    const bool cyrillic = static_cast<unsigned char>(raw[at]) == 0xD0 && at + 1 < raw.size() &&
                          static_cast<unsigned char>(raw[at + 1]) >= 0x90 &&
                          static_cast<unsigned char>(raw[at + 1]) <= 0xAF;
    if (!cyrillic) return false;
    ++at;
  }
  return letters >= 2;
}

/// Written the same in every language: one word with a capital ("CandiWeb", "UNESCO").
bool is_international(const ConceptVariant& variant) {
  return !variant.capitals && variant.text.find(' ') == std::string::npos &&
         std::any_of(variant.text.begin(), variant.text.end(), is_upper);
}

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};
using Ids = std::unordered_map<std::string, int, TextHash, std::equal_to<>>;

std::vector<std::string_view> characters_of(std::string_view word) {
  std::vector<std::string_view> list;
  for (std::size_t at = 0; at < word.size();) {
    std::size_t end = at + 1;
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xc0) == 0x80) ++end;
    list.push_back(word.substr(at, end - at));
    at = end;
  }
  return list;
}

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

const std::string& key_of(const WordForm& form) {
  return form.stem.empty() ? form.word : form.stem;
}

/// Variants are kept in one tree a first letter, because a query needs those of its words only and
/// should not wait for all. A letter of Latin script without its accent, a digit, anything else:
/// the other scripts, whose first letters may be an article, have one tree a language.
constexpr std::size_t kInitials = 28;
std::size_t initial_of(std::string_view text) {
  if (text.empty()) return kInitials - 1;
  const char first = static_cast<char>(text.front() | 0x20);
  if (first >= 'a' && first <= 'z') return static_cast<std::size_t>(first - 'a');
  return is_digit(text.front()) ? kInitials - 2 : kInitials - 1;
}

std::size_t initial_of(const ConceptVariant& variant) {
  const std::string_view text = variant.text;
  if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80) return initial_of(text);
  return initial_of(fold(characters_of(text).front()));
}

/// What a step asks of a tree: by stem, as an acronym in any case, as one in capitals; -1 for
/// nothing.
using Edges = std::array<int, 3>;

/// A variant of a concept, at the end of its way through a tree.
struct TreeEnd {
  int found = 0;  ///< place of the concept
  std::string wording;
};

/// A tree of the variants with that initial that a text of one language may hold, one edge a step.
class ConceptTree {
 public:
  ConceptTree(std::string_view language, std::size_t initial) : language_(language) {
    nodes_.emplace_back();
    for (std::size_t at = 0; at < concepts().size(); ++at)
      for (const ConceptVariant& variant : concepts()[at].variants)
        if ((variant.language == language ||
             (variant.language == kEnglish && is_international(variant))) &&
            initial_of(variant) == initial)
          add(variant, static_cast<int>(at));
  }

  Edges edges_of(const Step& step, const std::vector<Token>& list,
                 const std::vector<WordForm>& forms) const {
    if (!step.character.empty()) return {find(stems_, step.character), -1, -1};
    return edges_of(list[step.token].raw, forms[step.token]);
  }

  /// The nodes reached from `nodes`.
  std::vector<int> follow(const std::vector<int>& nodes, const Edges& edges) const {
    std::vector<int> next;
    for (const int id : edges) {
      if (id < 0) continue;
      for (const int node : nodes) {
        const auto& all = nodes_[static_cast<std::size_t>(node)].edges;
        if (const auto edge = all.find(id); edge != all.end()) next.push_back(edge->second);
      }
    }
    return next;
  }

  const std::vector<TreeEnd>& ends(int node) const {
    return nodes_[static_cast<std::size_t>(node)].ends;
  }

 private:
  struct Node {
    std::map<int, int> edges;
    std::vector<TreeEnd> ends;  ///< one a concept
  };

  static int find(const Ids& ids, std::string_view text) {
    const auto found = ids.find(text);
    return found == ids.end() ? -1 : found->second;
  }

  static std::string_view singular(std::string_view text) {
    return text.ends_with('s') && text.size() > 2 ? text.substr(0, text.size() - 1) : text;
  }

  Edges edges_of(std::string_view raw, const WordForm& form) const {
    Edges edges{find(stems_, key_of(form)), find(acronyms_, form.word), -1};
    if (edges[1] < 0) edges[1] = find(acronyms_, singular(form.word));
    const char first = raw.front();
    if (first >= 'a' && first <= 'z') return edges;
    edges[2] = find(capitals_, raw);
    if (edges[2] < 0) edges[2] = find(capitals_, singular(raw));
    return edges;
  }

  int id_of(Ids& ids, std::string_view text) {
    return ids.emplace(text, static_cast<int>(stems_.size() + acronyms_.size() + capitals_.size()))
        .first->second;
  }

  void add_edges(const std::string& raw, bool ideographic, const ConceptVariant& variant,
                 std::vector<int>& path) {
    const WordForm form = word_form(raw, language_);
    if (ideographic) {
      for (const std::string_view one : characters_of(form.word))
        path.push_back(id_of(stems_, one));
      return;
    }
    if (!is_acronym(raw))
      path.push_back(id_of(stems_, key_of(form)));
    else if (variant.capitals || variant.language != language_)
      path.push_back(id_of(capitals_, raw));
    else
      path.push_back(id_of(acronyms_, form.word));
  }

  void add_path(const std::vector<int>& path, const TreeEnd& end) {
    int node = 0;
    for (const int id : path) {
      const auto at = static_cast<std::size_t>(node);
      const auto [edge, is_new] = nodes_[at].edges.try_emplace(id, static_cast<int>(nodes_.size()));
      node = edge->second;
      if (is_new) nodes_.emplace_back();
    }
    std::vector<TreeEnd>& ends = nodes_[static_cast<std::size_t>(node)].ends;
    const auto same = [&](const TreeEnd& other) { return other.found == end.found; };
    if (std::none_of(ends.begin(), ends.end(), same)) ends.push_back(end);
  }

  /// Both as tokens and with its hyphens lost: E/2009/21 prints "nongovernmental" and "eMeets".
  void add(const ConceptVariant& variant, int found) {
    std::vector<int> apart, joined;
    std::string run;
    const std::vector<Token> list = tokens(variant.text, language_, {});
    for (std::size_t at = 0; at < list.size(); ++at) {
      add_edges(list[at].raw, list[at].ideographic, variant, apart);
      run += list[at].raw;
      if (at + 1 < list.size() && list[at + 1].link == '-') continue;
      add_edges(run, list[at].ideographic, variant, joined);
      run.clear();
    }
    if (list.empty()) return;
    const TreeEnd end{found, wording_term(concepts()[static_cast<std::size_t>(found)], variant)};
    add_path(apart, end);
    if (joined != apart) add_path(joined, end);
  }

  std::string_view language_;
  std::vector<Node> nodes_;
  Ids stems_, acronyms_, capitals_;
};

/// Made when the first text asks for it; other languages are read as English.
const ConceptTree& tree_of(std::string_view language, std::size_t initial) {
  struct Slot {
    std::once_flag once;
    std::optional<ConceptTree> tree;
  };
  static std::array<std::array<Slot, kInitials>, kLanguages.size()> slots;
  const auto found = std::find(kLanguages.begin(), kLanguages.end(), language);
  const std::size_t place =
      found == kLanguages.end() ? 0 : static_cast<std::size_t>(found - kLanguages.begin());
  Slot& slot = slots[place][initial];
  std::call_once(slot.once, [&] { slot.tree.emplace(kLanguages[place], initial); });
  return *slot.tree;
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
  std::string_view language;
  std::vector<Step> steps = steps_of(list, forms);

  /// By the places of the concepts.
  std::map<int, Longest> longest_from(std::size_t first) const {
    const Token& token = list[steps[first].token];
    const WordForm& form = forms[steps[first].token];
    std::map<int, Longest> longest;
    std::array<std::size_t, 3> seen{};
    std::size_t count = 0;
    for (const std::string_view start :
         {std::string_view(key_of(form)), std::string_view(form.word),
          std::string_view(token.raw)}) {
      const std::size_t initial = initial_of(start);
      const auto end = seen.begin() + static_cast<std::ptrdiff_t>(count);
      if (std::find(seen.begin(), end, initial) != end) continue;
      seen[count++] = initial;
      follow(tree_of(language, initial), first, longest);
    }
    return longest;
  }

 private:
  void follow(const ConceptTree& tree, std::size_t first, std::map<int, Longest>& longest) const {
    std::vector<int> nodes{0};
    for (std::size_t at = first; at < steps.size(); ++at) {
      if (at > first && steps[at].first && list[steps[at].token].gap) break;
      nodes = tree.follow(nodes, tree.edges_of(steps[at], list, forms));
      if (nodes.empty()) break;
      if (!steps[at].last) continue;
      for (const int node : nodes)
        for (const TreeEnd& end : tree.ends(node)) {
          Longest& known = longest[end.found];
          const std::size_t count = steps[at].token - steps[first].token + 1;
          if (count > known.tokens) known = {count, end.wording};
        }
    }
  }
};

std::size_t place_of(const ConceptMatch& match) {
  return static_cast<std::size_t>(match.found - concepts().data());
}

std::vector<ConceptMatch> all_matches(const std::vector<Token>& list,
                                      const std::vector<WordForm>& forms,
                                      std::string_view language) {
  const Walk walk{.list = list, .forms = forms, .language = language};
  std::vector<std::size_t> free_from(concepts().size(), 0);
  std::vector<ConceptMatch> matches;
  for (std::size_t first = 0; first < walk.steps.size(); ++first) {
    if (!walk.steps[first].first) continue;
    const std::size_t token = walk.steps[first].token;
    for (const auto& [found, longest] : walk.longest_from(first)) {
      const auto place = static_cast<std::size_t>(found);
      if (free_from[place] > token) continue;
      free_from[place] = token + longest.tokens;
      matches.push_back({token, longest.tokens, &concepts()[place], longest.wording});
    }
  }
  return matches;
}

/// The concepts that the English variants of one hold: "ICT security" holds "ICT".
std::vector<std::size_t> read_within_english(std::size_t place) {
  std::vector<std::size_t> within;
  for (const ConceptVariant& variant : concepts()[place].variants) {
    if (variant.language != kEnglish) continue;
    const std::vector<Token> list = tokens(variant.text, kEnglish, {});
    std::vector<WordForm> forms;
    for (const Token& token : list) forms.push_back(word_form(token.raw, kEnglish));
    for (const ConceptMatch& match : all_matches(list, forms, kEnglish))
      within.push_back(place_of(match));
  }
  return within;
}

bool is_within_english(const ConceptMatch& outer, const ConceptMatch& inner) {
  struct Slot {
    std::once_flag once;
    std::vector<std::size_t> within;
  };
  static std::vector<Slot> slots(concepts().size());
  Slot& slot = slots[place_of(outer)];
  std::call_once(slot.once, [&] { slot.within = read_within_english(place_of(outer)); });
  return std::find(slot.within.begin(), slot.within.end(), place_of(inner)) != slot.within.end();
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

const KnownConcept* find_concept(std::string_view id) {
  for (const KnownConcept& one : concepts())
    if (one.id == id) return &one;
  return nullptr;
}

std::string wording_term(const KnownConcept& known, const ConceptVariant& variant) {
  std::string stems;
  for (const Token& token : tokens(variant.text, variant.language, {})) {
    const WordForm form = word_form(token.raw, variant.language);
    stems += form.stem.empty() ? form.word : form.stem.substr(form.stem.find(':') + 1);
  }
  return bounded_term("XV:" + known.id + ":" + letters_and_digits(stems));
}

}  // namespace undex
