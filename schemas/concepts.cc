#include "schemas/concepts.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/data.h"
#include "corpus/strings.h"

namespace undex {
namespace {

bool is_acronym(std::string_view raw) {
  return raw.size() >= 2 && is_upper(raw.front()) &&
         std::all_of(raw.begin(), raw.end(), [](char c) { return is_upper(c) || is_digit(c); });
}

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};
using Ids = std::unordered_map<std::string, int, TextHash, std::equal_to<>>;

/// A tree of variants, one edge a token.
class ConceptTable {
 public:
  ConceptTable() {
    nodes_.emplace_back();
    for (const auto& row : data_rows("concepts")) {
      Concept one{.id = std::string(row[0]), .label = std::string(row[1]), .variants = {}};
      for (std::string_view variant : split(row[2], '|')) {
        if (variant.ends_with('!')) variant.remove_suffix(1);
        one.variants.emplace_back(variant);
      }
      concepts_.push_back(std::move(one));
      for (const std::string_view variant : split(row[2], '|'))
        add(variant, static_cast<int>(concepts_.size()) - 1);
    }
  }

  const std::vector<Concept>& concepts() const { return concepts_; }

  /// Edges the token may take: by stem, as an acronym in any case, as one in capitals; -1 for none.
  using TokenIds = std::array<int, 3>;
  TokenIds ids_of(const Token& token, const WordForm& form) const {
    TokenIds ids{find(stems_, form.stem), find(acronyms_, form.word), -1};
    if (ids[1] < 0) ids[1] = find(acronyms_, singular(form.word));
    if (!is_upper(token.raw.front())) return ids;
    ids[2] = find(capitals_, token.raw);
    if (ids[2] < 0) ids[2] = find(capitals_, singular(token.raw));
    return ids;
  }

  /// The nodes reached from `nodes` over the token.
  std::vector<int> step(const std::vector<int>& nodes, const TokenIds& ids) const {
    std::vector<int> next;
    for (const int id : ids) {
      if (id < 0) continue;
      for (const int node : nodes) {
        const auto& edges = nodes_[static_cast<std::size_t>(node)].edges;
        if (const auto edge = edges.find(id); edge != edges.end()) next.push_back(edge->second);
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

  int id_of(Ids& ids, const std::string& text) {
    return ids.emplace(text, static_cast<int>(stems_.size() + acronyms_.size() + capitals_.size()))
        .first->second;
  }

  int edge_of(const std::string& raw, bool capitals) {
    if (!is_acronym(raw)) return id_of(stems_, word_form(raw).stem);
    return capitals ? id_of(capitals_, raw) : id_of(acronyms_, word_form(raw).word);
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
  void add(std::string_view variant, int found) {
    const bool capitals = variant.ends_with('!');
    if (capitals) variant.remove_suffix(1);
    std::vector<int> apart, joined;
    std::string run;
    const std::vector<Token> list = tokens(variant, {});
    for (std::size_t at = 0; at < list.size(); ++at) {
      apart.push_back(edge_of(list[at].raw, capitals));
      run += list[at].raw;
      if (at + 1 < list.size() && list[at + 1].link == '-') continue;
      joined.push_back(edge_of(run, capitals));
      run.clear();
    }
    add_path(apart, found);
    add_path(joined, found);
  }

  std::vector<Concept> concepts_;
  std::vector<Node> nodes_;
  Ids stems_, acronyms_, capitals_;
};

const ConceptTable& table() {
  static const ConceptTable kTable;
  return kTable;
}

}  // namespace

std::vector<ConceptMatch> find_concepts(const std::vector<Token>& list,
                                        const std::vector<WordForm>& forms) {
  const ConceptTable& all = table();
  std::vector<ConceptTable::TokenIds> ids(list.size());
  for (std::size_t at = 0; at < list.size(); ++at) ids[at] = all.ids_of(list[at], forms[at]);
  std::vector<std::size_t> free_from(all.concepts().size(), 0);
  std::vector<ConceptMatch> matches;
  for (std::size_t first = 0; first < list.size(); ++first) {
    std::map<int, std::size_t> longest;
    std::vector<int> nodes{0};
    for (std::size_t at = first; at < list.size() && (at == first || !list[at].gap); ++at) {
      nodes = all.step(nodes, ids[at]);
      if (nodes.empty()) break;
      for (const int node : nodes)
        for (const int found : all.ends(node)) longest[found] = at - first + 1;
    }
    for (const auto& [found, count] : longest) {
      std::size_t& from = free_from[static_cast<std::size_t>(found)];
      if (from > first) continue;
      from = first + count;
      matches.push_back({first, count, &all.concepts()[static_cast<std::size_t>(found)]});
    }
  }
  return matches;
}

const Concept* find_concept(std::string_view id) {
  for (const Concept& one : table().concepts())
    if (one.id == id) return &one;
  return nullptr;
}

}  // namespace undex
