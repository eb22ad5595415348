#include "searcher/search/nearest.h"

#include <algorithm>
#include <set>
#include <utility>

#include "corpus/authority.h"
#include "corpus/labels.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "corpus/utf8.h"
#include "schemas/terms.h"
#include "searcher/query/wording.h"
#include "searcher/search/near_terms.h"

namespace undex::search {
namespace {

using query::PlanContext;

constexpr std::size_t kMostParts = 4;
constexpr std::size_t kMostInstead = 3;
constexpr std::size_t kShortestWord = 4;
constexpr std::size_t kShortestForTwoEdits = 6;
/// A word is rare beside one that stands in so many times more documents.
constexpr std::size_t kRare = 2;
constexpr std::size_t kTimesMore = 100;
constexpr std::string_view kSymbolTerms = "XSYM:";

struct Choice {
  std::string text;
  std::size_t weight = 0;  ///< more is better
  std::string what{};      ///< alike for other forms and names of the same; empty for the text
};

std::vector<std::string> best_of(std::vector<Choice> choices) {
  std::stable_sort(choices.begin(), choices.end(),
                   [](const Choice& a, const Choice& b) { return a.weight > b.weight; });
  std::vector<std::string> out;
  std::set<std::string> seen;
  for (Choice& choice : choices)
    if (out.size() < kMostInstead &&
        seen.insert(choice.what.empty() ? choice.text : choice.what).second)
      out.push_back(std::move(choice.text));
  return out;
}

/// One edit is likelier than two.
std::size_t weight_of(const NearTerm& term) {
  return term.edits == 1 ? term.count * kTimesMore : term.count;
}

std::string first_letter(const std::string& word) { return word.substr(0, character_end(word, 0)); }

/// A word of letters, long enough to be told from others.
bool may_be_a_slip(const std::string& word, const WordSpan& span) {
  return !span.number && !span.ideographic && grapheme_count(word) >= kShortestWord &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Its stem in the first language that it may be of.
std::string stem_of(const std::string& word) {
  for (TextTerm& term : text_terms(word, ""))
    if (term.kind == TextTerm::Kind::stem) return std::move(term.term);
  return word;
}

/// Documents that hold the word, or any of its stems unless it is meant exactly.
std::size_t documents_with(const std::string& word, bool exact, const query::Database& db) {
  std::size_t most = db.get_termfreq(word);
  if (exact) return most;
  for (const TextTerm& term : text_terms(word, ""))
    if (term.kind == TextTerm::Kind::stem)
      most = std::max<std::size_t>(most, db.get_termfreq(term.term));
  return most;
}

/// With a second edit where the first letter stands.
std::vector<std::string> words_near(const std::string& word, std::size_t held,
                                    const query::Database& db) {
  std::vector<Choice> choices;
  const auto add = [&](const NearTerm& term, const std::string& text) {
    if (term.count >= held * kTimesMore) choices.push_back({text, weight_of(term), stem_of(text)});
  };
  for (const NearTerm& term : near_terms(db, "", word, 1)) add(term, term.text);
  if (held == 0 && grapheme_count(word) >= kShortestForTwoEdits) {
    const std::string first = first_letter(word);
    for (const NearTerm& term : near_terms(db, first, word.substr(first.size()), 2))
      add(term, first + term.text);
  }
  return best_of(std::move(choices));
}

/// Quoted where a blank or a comma would end it.
std::string as_typed(const std::string& value) {
  return value.find_first_of(" ,()") == std::string::npos ? value : "\"" + value + "\"";
}

/// Names of the field's values, as people write them, that are near.
void add_names(const Field& field, const std::string& typed, const query::Database& db,
               std::vector<Choice>& choices) {
  const std::string wanted = fold(typed);
  const std::size_t most = wanted.size() < kShortestForTwoEdits ? 1 : 1 + wanted.size() / 6;
  const auto add = [&](std::string_view name) {
    if (name.size() + most < wanted.size() || name.size() > 2 * wanted.size() + most) return;
    const std::size_t edits = edit_distance(wanted, fold(name));
    if (edits > most) return;
    if (const std::size_t held = db.get_termfreq(field_term(field, name)))
      choices.push_back(
          {std::string(name), held + (most - edits) * db.get_doccount(), field_term(field, name)});
  };
  for (const Label& label : labels())
    if (label.field == field.name) add(label.text);
  for (const Name& name : authority_names()) {
    add(name.preferred);
    for (const std::string& variant : name.variants) add(variant);
  }
}

std::vector<std::string> values_near(const Field& field, const std::string& typed,
                                     const query::Database& db) {
  std::vector<Choice> choices;
  if (grapheme_count(typed) >= kShortestWord) add_names(field, typed, db, choices);
  if (choices.empty()) {
    const std::string prefix = std::string(field.prefix) + ":";
    const std::string key = field_term(field, typed).substr(prefix.size());
    const std::size_t edits = grapheme_count(key) < kShortestForTwoEdits ? 1 : 2;
    for (const NearTerm& term : near_terms(db, prefix, key, edits))
      choices.push_back({term.text, weight_of(term)});
  }
  std::vector<std::string> out = best_of(std::move(choices));
  for (std::string& value : out) value = as_typed(value);
  return out;
}

/// Symbols held, and those that are cited.
std::vector<std::string> symbols_near(const std::string& symbol, const PlanContext& databases) {
  std::vector<Choice> choices;
  const std::string own = std::string(find_field("symbol")->prefix) + ":";
  const std::size_t all = databases.paragraphs.get_doccount();
  for (const NearTerm& term : near_terms(databases.documents, own, symbol, 1))
    choices.push_back({term.text, all + term.count});
  for (const NearTerm& term :
       near_terms(databases.paragraphs, std::string(kSymbolTerms), symbol, 1))
    choices.push_back({term.text, term.count});
  return best_of(std::move(choices));
}

/// Looks at the leaves of a tree.
class Search {
 public:
  Search(std::string_view query, const PlanContext& databases)
      : query_(query), databases_(databases) {}

  void look_at(const Node& leaf) {
    if (const Words* words = std::get_if<Words>(&leaf.value)) look_at_words(*words, leaf);
    if (const ValueNode* value = std::get_if<ValueNode>(&leaf.value)) look_at_value(*value, leaf);
    if (const SymbolNode* symbol = std::get_if<SymbolNode>(&leaf.value))
      if (!query::is_held(symbol->symbol, databases_) && !is_cited(symbol->symbol))
        add(leaf.begin, leaf.end, symbols_near(symbol->symbol.parts.front(), databases_));
  }

  std::vector<Nearest> found;

 private:
  bool is_cited(const Symbol& symbol) const {
    const std::vector<std::string> terms = query::citing_terms(symbol);
    return std::any_of(terms.begin(), terms.end(), [&](const std::string& term) {
      return databases_.paragraphs.term_exists(term);
    });
  }

  void look_at_words(const Words& words, const Node& leaf) {
    const std::size_t place = place_of(words.text, leaf);
    if (place == std::string_view::npos) return;
    for (const WordSpan& span : undex::words(words.text)) {
      const std::string word = fold(words.text.substr(span.begin, span.end - span.begin));
      if (found.size() == kMostParts || !may_be_a_slip(word, span)) continue;
      const query::Database& db = databases_.documents;
      const std::size_t held = documents_with(word, words.exact || words.quoted, db);
      if (held <= kRare) add(place + span.begin, place + span.end, words_near(word, held, db));
    }
  }

  void look_at_value(const ValueNode& node, const Node& leaf) {
    const query::Database& db = databases_.documents;
    if (db.term_exists(field_term(*node.field, node.value))) return;
    const auto [begin, end] = place_of_value(node, leaf);
    if (node.field->kind == FieldKind::exact)
      add(begin, end, values_near(*node.field, node.value, db));
    if (node.field->kind == FieldKind::symbol)
      add(begin, end, symbols_near(node.value, databases_));
  }

  /// Where in the query the text of a leaf stands.
  std::size_t place_of(const std::string& text, const Node& leaf) const {
    if (leaf.end > query_.size() || leaf.begin >= leaf.end) return std::string_view::npos;
    return query_.substr(0, leaf.end).find(text, leaf.begin);
  }

  /// With its quotes; a symbol may be typed in another form than the normal one.
  TextSpan place_of_value(const ValueNode& node, const Node& leaf) const {
    const std::size_t place = place_of(node.value, leaf);
    if (place == std::string_view::npos) {
      const std::size_t colon = place_of(":", leaf);
      const bool named = colon == leaf.begin + node.field->name.size();
      return {named ? colon + 1 : leaf.begin, leaf.end};
    }
    const std::size_t end = place + node.value.size();
    const bool quoted =
        place > 0 && end < query_.size() && query_[place - 1] == '"' && query_[end] == '"';
    return quoted ? TextSpan{place - 1, end + 1} : TextSpan{place, end};
  }

  void add(std::size_t begin, std::size_t end, std::vector<std::string> instead) {
    if (instead.empty() || end > query_.size() || begin >= end || found.size() == kMostParts)
      return;
    found.push_back(
        {begin, end, std::string(query_.substr(begin, end - begin)), std::move(instead)});
  }

  std::string_view query_;
  const PlanContext& databases_;
};

}  // namespace

std::vector<Nearest> nearest(const Node& tree, std::string_view query,
                             const PlanContext& databases) {
  Search search(query, databases);
  for (const Node* leaf : query::positive_leaves(tree)) search.look_at(*leaf);
  return std::move(search.found);
}

}  // namespace undex::search
