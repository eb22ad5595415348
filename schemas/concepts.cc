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

/// What a token asks of the tree: by stem, as an acronym in any case, as one in capitals; -1 for
/// nothing. A Chinese word asks once a character, so that it does not matter how a longer name was
/// cut into words.
using Edges = std::array<int, 3>;
struct Step {
  Edges edges;
  std::size_t token = 0;
  bool first = true;  ///< of its token
  bool last = true;
};

/// A tree of the variants that a text of one language may hold, one edge a step.
class ConceptTree {
 public:
  explicit ConceptTree(std::string_view language) : language_(language) {
    nodes_.emplace_back();
    for (std::size_t at = 0; at < concepts().size(); ++at)
      for (const ConceptVariant& variant : concepts()[at].variants)
        if (variant.language == language ||
            (variant.language == kEnglish && is_international(variant)))
          add(variant, static_cast<int>(at));
  }

  std::vector<Step> steps_of(const std::vector<Token>& list,
                             const std::vector<WordForm>& forms) const {
    std::vector<Step> steps;
    steps.reserve(list.size());
    for (std::size_t at = 0; at < list.size(); ++at) {
      if (list[at].ideographic)
        add_characters(forms[at].word, at, steps);
      else
        steps.push_back({.edges = edges_of(list[at].raw, forms[at]), .token = at});
    }
    return steps;
  }

  /// Whether any variant begins with the step.
  bool begins_with(const Edges& edges) const {
    return std::any_of(edges.begin(), edges.end(),
                       [&](int id) { return id >= 0 && nodes_.front().edges.contains(id); });
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

  const std::vector<int>& ends(int node) const {
    return nodes_[static_cast<std::size_t>(node)].ends;
  }

 private:
  struct Node {
    std::map<int, int> edges;
    std::vector<int> ends;  ///< concepts
  };

  static int find(const Ids& ids, std::string_view text) {
    const auto found = ids.find(text);
    return found == ids.end() ? -1 : found->second;
  }

  static std::string_view singular(std::string_view text) {
    return text.ends_with('s') && text.size() > 2 ? text.substr(0, text.size() - 1) : text;
  }

  static const std::string& key_of(const WordForm& form) {
    return form.stem.empty() ? form.word : form.stem;
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

  void add_characters(std::string_view word, std::size_t token, std::vector<Step>& steps) const {
    const std::vector<std::string_view> all = characters_of(word);
    for (std::size_t at = 0; at < all.size(); ++at)
      steps.push_back({.edges = {find(stems_, all[at]), -1, -1},
                       .token = token,
                       .first = at == 0,
                       .last = at + 1 == all.size()});
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

  void add_path(const std::vector<int>& path, int found) {
    int node = 0;
    for (const int id : path) {
      const auto at = static_cast<std::size_t>(node);
      const auto [edge, is_new] = nodes_[at].edges.try_emplace(id, static_cast<int>(nodes_.size()));
      node = edge->second;
      if (is_new) nodes_.emplace_back();
    }
    std::vector<int>& ends = nodes_[static_cast<std::size_t>(node)].ends;
    if (std::find(ends.begin(), ends.end(), found) == ends.end()) ends.push_back(found);
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
    add_path(apart, found);
    if (joined != apart) add_path(joined, found);
  }

  std::string_view language_;
  std::vector<Node> nodes_;
  Ids stems_, acronyms_, capitals_;
};

/// Made when a text of the language comes first; other languages are read as English.
const ConceptTree& tree_of(std::string_view language) {
  struct Slot {
    std::once_flag once;
    std::optional<ConceptTree> tree;
  };
  static std::array<Slot, kLanguages.size()> slots;
  const auto found = std::find(kLanguages.begin(), kLanguages.end(), language);
  const std::size_t place =
      found == kLanguages.end() ? 0 : static_cast<std::size_t>(found - kLanguages.begin());
  Slot& slot = slots[place];
  std::call_once(slot.once, [&] { slot.tree.emplace(kLanguages[place]); });
  return *slot.tree;
}

std::size_t place_of(const ConceptMatch& match) {
  return static_cast<std::size_t>(match.found - concepts().data());
}

std::vector<ConceptMatch> all_matches(const std::vector<Token>& list,
                                      const std::vector<WordForm>& forms,
                                      std::string_view language) {
  const ConceptTree& tree = tree_of(language);
  const std::vector<Step> steps = tree.steps_of(list, forms);
  std::vector<std::size_t> free_from(concepts().size(), 0);
  std::vector<ConceptMatch> matches;
  for (std::size_t first = 0; first < steps.size(); ++first) {
    if (!steps[first].first || !tree.begins_with(steps[first].edges)) continue;
    const std::size_t token = steps[first].token;
    std::map<int, std::size_t> longest;
    std::vector<int> nodes{0};
    for (std::size_t at = first; at < steps.size(); ++at) {
      if (at > first && steps[at].first && list[steps[at].token].gap) break;
      nodes = tree.follow(nodes, steps[at].edges);
      if (nodes.empty()) break;
      if (!steps[at].last) continue;
      for (const int node : nodes)
        for (const int found : tree.ends(node)) longest[found] = steps[at].token - token + 1;
    }
    for (const auto& [found, count] : longest) {
      std::size_t& from = free_from[static_cast<std::size_t>(found)];
      if (from > token) continue;
      from = token + count;
      matches.push_back({token, count, &concepts()[static_cast<std::size_t>(found)]});
    }
  }
  return matches;
}

/// By concept, which others its English variants hold: "ICT security" holds "ICT".
using Within = std::vector<std::vector<bool>>;
const Within& within_english() {
  static const Within kWithin = [] {
    Within table(concepts().size(), std::vector<bool>(concepts().size(), false));
    for (std::size_t at = 0; at < concepts().size(); ++at)
      for (const ConceptVariant& variant : concepts()[at].variants) {
        if (variant.language != kEnglish) continue;
        const std::vector<Token> list = tokens(variant.text, kEnglish, {});
        std::vector<WordForm> forms;
        for (const Token& token : list) forms.push_back(word_form(token.raw, kEnglish));
        for (const ConceptMatch& match : all_matches(list, forms, kEnglish))
          table[at][place_of(match)] = true;
      }
    return table;
  }();
  return kWithin;
}

/// "Technologies de l'information et de la communication" is no mention of information technology,
/// though its first words are: English would not say so.
bool is_hidden(const ConceptMatch& match, const std::vector<ConceptMatch>& all, std::size_t place) {
  constexpr std::size_t kLongest = 32;  // tokens
  const auto hides = [&](const ConceptMatch& other) {
    return other.count > match.count && other.first <= match.first &&
           other.first + other.count >= match.first + match.count &&
           !within_english()[place_of(other)][place_of(match)];
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

}  // namespace undex
