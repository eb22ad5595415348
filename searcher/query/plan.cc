#include "searcher/query/plan.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "schemas/index_form.h"
#include "schemas/label_key.h"
#include "schemas/terms.h"
#include "searcher/query/combine.h"
#include "searcher/query/docids.h"
#include "searcher/query/held.h"
#include "searcher/query/names.h"
#include "searcher/query/nearby.h"
#include "searcher/query/phrases.h"
#include "searcher/query/ranges.h"
#include "searcher/query/symbols.h"
#include "searcher/query/wording.h"
#include "undex/error.h"

namespace undex::query {
namespace {

using Xapian::Query;

/// A document asked for by its own symbol stands above all that cite it.
constexpr double kOwnSymbolWeight = 1000;
/// Positions looked at for phrases: a few seconds of work.
constexpr double kMaxPhraseCost = 10e6;

/// A new one for each plan. Query::MatchAll is one for the whole process, and its count of those
/// who hold it is none that several threads may change.
Query match_all() { return Query(std::string()); }

class Planner {
 public:
  /// The language is that of the whole question.
  Planner(Side side, const Expansion& expansion, std::string_view language, bool any_text)
      : side_(side),
        expansion_(expansion),
        context_(expansion.context()),
        language_(language),
        any_text_(any_text) {}

  Query make(const AllNode&, const Node&) const { return match_all(); }

  Query make(const Words& words, const Node&) const {
    return wording(wording_of(words), words.field);
  }

  Query make(const ConceptNode& node, const Node&) const {
    const Query written = wording(wording_of(node), node.field);
    if (node.names.empty()) return written;
    return any_of({written, names(node.names)});
  }

  Query make(const SymbolNode& node, const Node& leaf) const {
    const Query citing = wording(wording_of(node), nullptr);
    const Query own = any_term(own_terms(node.symbol));
    if (node.pinpoint && is_held(node.symbol, expansion_)) {
      const Query there(Query::OP_FILTER, places(*node.pinpoint, context_), own);
      if (side_ == Side::paragraphs) return there;
      const bool is_right =
          census().any(dump(leaf), [&] { return holds_any(context_.paragraphs, there); });
      return is_right ? own : Query::MatchNothing;  // a wrong pinpoint finds nothing
    }
    if (side_ == Side::paragraphs)
      return any_text_ ? Query(Query::OP_OR, citing, without_weight(own)) : citing;
    return Query(Query::OP_OR, weighing(own, kOwnSymbolWeight), citing);
  }

  Query make(const ValueNode& node, const Node& leaf) const {
    if (side_ == Side::paragraphs && is_citing(*node.field)) return citing(node.value);
    if (node.field->kind == FieldKind::date)
      return make(RangeNode{node.field, node.value, node.value}, leaf);
    return without_weight(Query(field_term(*node.field, node.value)));
  }

  Query make(const RangeNode& node, const Node&) const {
    return range_query(node, side_, context_);
  }

  Query make(const WildcardNode& node, const Node& leaf) const {
    return expanded(leaf, node.field);
  }
  Query make(const FuzzyNode& node, const Node& leaf) const { return expanded(leaf, node.field); }
  Query make(const NearNode& node, const Node& near) const {
    const bool documents = side_ == Side::documents;
    add_cost(cost_of(node, expansion_));
    return weighed(documents ? documents_near(node, expansion_) : paragraphs_near(node, expansion_),
                   near);
  }

  Query make(const ParagraphNode& node, const Node& tree) const {
    const Node& part = node.part.front();
    if (side_ == Side::paragraphs) return of(part);
    add_cost(context_.paragraphs.get_doccount() / 4.0);
    const Docids& paragraphs = expansion_.docids(dump(tree), [&] {
      return found_by(Planner(Side::paragraphs, expansion_, language_, any_text_).of(part),
                      context_.paragraphs);
    });
    return weighed(documents_of(paragraphs, context_), part);
  }

  /// The place itself is left out. Its document stays where another place of it answers.
  Query make(const LikeNode& node, const Node& leaf) const {
    const Query alike = any_of(leaves_of(terms_of(leaf), weights()));
    if (side_ == Side::paragraphs)
      return without(alike, these(paragraphs_of_place(node, context_)));
    const Docids own = documents_of_place(node, context_);
    if (node.place && holds_any(context_.paragraphs, in_other_places(node, leaf))) return alike;
    return without(alike, these(own));
  }

  Query make(const SeriesNode& node, const Node&) const {
    const std::vector<std::string> own = own_terms(node, context_);
    const Docids citing = holders_of(citing_terms(node, side_, context_), database());
    if (node.field || side_ == Side::documents)
      return any_of(
          {these(holders_of(own, database()), node.field ? 0 : kOwnSymbolWeight), these(citing)});
    if (!any_text_) return these(citing);
    return any_of({these(holders_of(own, database())), these(citing)});
  }

  Query make(const NameNode& node, const Node&) const {
    return Query(Query::OP_OR, of(typed_of(node)), names(node.values));
  }

  Query make(const LabelNode& node, const Node& leaf) const {
    std::vector<LabelNode::Label> others = node.labels;
    const std::string key = label_key(node.text);
    std::erase_if(others,
                  [&](const LabelNode::Label& label) { return label_key(label.text) == key; });
    const Query typed = of(typed_of(node));
    const Query labels = wording(wording_of(others), nullptr);
    // Where the words typed are held, texts in other languages are found beside them and not ranked
    // by words that are only rare because few texts are in those languages.
    const std::string question =
        (side_ == Side::documents ? "documents " : "paragraphs ") + dump(leaf);
    const bool is_typed = census().any(question, [&] { return holds_any(database(), typed); });
    return any_of({typed, is_typed ? without_weight(labels) : labels});
  }

  Query make(const SomeNode& node, const Node&) const {
    std::map<std::string, std::size_t> times;  // said twice, asked once, and meant twice as much
    for (const Node& part : node.parts) ++times[dump(part)];
    std::vector<Query> parts;
    const bool drop = !common_words(node.parts, language_).empty();
    for (const Node& part : node.parts)
      if (!(drop && is_common(part, language_)))
        if (const std::size_t said = std::exchange(times[dump(part)], 0); said > 0)
          parts.push_back(weighing_times(of(part), said));
    return any_of(std::move(parts));
  }

  Query make(const AndNode& node, const Node&) const {
    std::vector<Query> wanted;
    std::vector<Query> unwanted;
    const bool drop = !common_words(node.parts, language_).empty();
    std::set<std::string> seen;  // said twice, asked once
    for (const Node& part : node.parts) {
      if (!seen.insert(dump(part)).second) continue;
      if (const NotNode* negated = std::get_if<NotNode>(&part.value))
        unwanted.push_back(excluded(negated->part.front()));
      else if (!drop || !is_common(part, language_))
        wanted.push_back(of(part));
    }
    const Query all =
        wanted.empty() ? match_all() : Query(Query::OP_AND, wanted.begin(), wanted.end());
    if (unwanted.empty()) return all;
    return Query(Query::OP_AND_NOT, all, any_of(std::move(unwanted)));
  }

  Query make(const OrNode& node, const Node&) const {
    std::vector<Query> parts;
    std::set<std::string> seen;  // said twice, asked once
    for (const Node& part : node.parts)
      if (seen.insert(dump(part)).second) parts.push_back(of(part));
    return any_of(std::move(parts));
  }

  Query make(const NotNode& node, const Node&) const {
    return Query(Query::OP_AND_NOT, match_all(), excluded(node.part.front()));
  }

  Query of(const Node& node) const {
    return std::visit([&](const auto& value) { return make(value, node); }, node.value);
  }

 private:
  Query citing(const std::string& normal_form) const {
    return any_of(leaves_of(query::citing_terms(symbol_from_normal_form(normal_form)), weights()));
  }

  /// What is not to be found weighs nothing. Xapian 1.4.22 never sets up an OP_AND_MAYBE below an
  /// OP_AND_NOT: it would compare weights that nobody wrote, and might leave out what it should
  /// not.
  Query excluded(const Node& node) const {
    Planner planner = *this;
    planner.weighs_ = false;
    return planner.of(node);
  }

  static Query without(const Query& query, const Query& unwanted) {
    return unwanted.empty() ? query : Query(Query::OP_AND_NOT, query, unwanted);
  }

  const Census& census() const { return expansion_.census(); }
  Weights& weights() const { return expansion_.weights(side_); }

  const Database& database() const {
    return side_ == Side::documents ? context_.documents : context_.paragraphs;
  }

  /// Of the database that is planned for.
  Query these(Docids docids, double weight = 0) const {
    return any_of_docids(std::move(docids), database(), weight);
  }

  std::vector<std::string> terms_of(const Node& leaf) const {
    std::vector<std::string> terms;
    for (const CountedTerm& term : expansion_.of(leaf)) terms.push_back(term.term);
    return terms;
  }

  /// Places of the same document that are like the one named.
  Query in_other_places(const LikeNode& node, const Node& leaf) const {
    const Query document(field_term(*find_field("symbol"), node.name));
    const Query alike(Query::OP_FILTER, any_term(terms_of(leaf)), document);
    return without(alike, any_of_docids(paragraphs_of_place(node, context_), context_.paragraphs));
  }

  /// What is named under any name: terms of fields have no frequency, so the rarer the name the
  /// more it weighs.
  Query names(const std::vector<NameNode::Value>& values) const {
    std::vector<std::string> terms;
    double held = 1;
    for (const NameNode::Value& value : values) {
      terms.push_back(field_term(*value.field, value.id));
      held += static_cast<double>(census().counts(side_, terms.back()).holders);
    }
    const Query named =
        any_of({any_term(terms), without_weight(wording(foreign_names(values), nullptr))});
    return weighing(named, std::log2(1 + census().size(side_) / held) / 2);
  }

  /// These and no others, by the words of the tree that they hold.
  Query weighed(Docids docids, const Node& tree) const {
    const Query found = these(std::move(docids));
    if (!weighs_) return found;
    std::vector<Query> words;  // asked for even where nothing is found: others may find something
    for (const Node* leaf : positive_leaves(tree))
      if (is_text(*leaf) && !is_common(*leaf, language_)) words.push_back(of(*leaf));
    if (words.empty() || found.empty()) return found;
    return Query(Query::OP_AND_MAYBE, found, any_of(std::move(words)));
  }

  /// What a wildcard or a fuzzy word stands for, as one word.
  Query expanded(const Node& leaf, const Field* field) const {
    const bool is_value = field && field->kind != FieldKind::text;
    const std::vector<std::string> terms = terms_of(leaf);
    if (is_value) return without_weight(any_of(held_here(terms), Query::OP_SYNONYM));
    if (field && side_ == Side::paragraphs)
      return in_documents(
          Planner(Side::documents, expansion_, language_, any_text_).expanded(leaf, field));
    const std::vector<std::string> anywhere = expansion_.anywhere(leaf);
    return one_word({anywhere}, held_here(terms), weights());
  }

  std::vector<Query> held_here(const std::vector<std::string>& terms) const {
    return query::held_here(terms, side_, census());
  }

  Query wording(const Wording& wording, const Field* field) const {
    if (field && side_ == Side::paragraphs)
      return in_documents(
          Planner(Side::documents, expansion_, language_, any_text_).wording(wording, field));
    const std::string prefix = field ? std::string(field->prefix) : std::string();
    std::vector<std::string> terms;
    for (const std::string& term : wording.terms) terms.push_back(prefix + term);
    Synonyms words{.terms = terms, .phrases = held_phrases(wording, prefix, side_, census())};
    std::vector<Query> parts = held_here(terms);
    const std::vector<Query> phrases = phrases_here(words.phrases);
    if (wording.of_concept && !words.phrases.empty()) {
      const Query known = one_word({terms}, parts, weights());
      return any_of({known, beyond(known, {{}, std::move(words.phrases)}, phrases)});
    }
    // A phrase by itself weighs what its words do.
    if (terms.empty() && words.phrases.size() == 1) return any_of(phrases);
    parts.insert(parts.end(), phrases.begin(), phrases.end());
    return one_word(words, parts, weights());
  }

  std::vector<Query> phrases_here(const std::vector<std::vector<std::string>>& phrases) const {
    std::vector<Query> out;
    for (const std::vector<std::string>& phrase : phrases) {
      if (!std::all_of(phrase.begin(), phrase.end(),
                       [&](const auto& word) { return census().holds_here(side_, word); }))
        continue;
      add_phrase_cost(phrase);
      out.push_back(phrase_query(phrase, weights()));
    }
    return out;
  }

  /// Where a concept is not seen in its phrase ("developing, countries"), which is mostly nowhere:
  /// elsewhere its own term says the same, and positions take long to look at.
  Query beyond(const Query& known, const Synonyms& words, const std::vector<Query>& here) const {
    const Query any = one_word(words, here, weights());
    if (here.empty()) return any;
    const Docids& docids = found_beyond(known, any, side_, expansion_);
    const Query found = these(docids);
    return weighs_ && !docids.empty() ? Query(Query::OP_AND_MAYBE, found, any) : found;
  }

  /// Xapian looks at the positions of all words in every paragraph that holds them all.
  void add_phrase_cost(const std::vector<std::string>& phrase) const {
    Xapian::doccount rarest = context_.paragraphs.get_doccount();
    for (const std::string& word : phrase)
      rarest = std::min(rarest, context_.paragraphs.get_termfreq(word));
    add_cost(static_cast<double>(rarest) * static_cast<double>(phrase.size()));
  }

  void add_cost(double places) const {
    *cost_ += places;
    if (*cost_ > kMaxPhraseCost)
      throw Error(ErrorKind::usage,
                  "the phrases and distances of this query are too common and too many",
                  "ask for fewer of them, or for rarer words");
  }

  /// Fields of words belong to documents: all paragraphs of the documents found.
  Query in_documents(const Query& documents) const {
    return these(paragraphs_of(found_by(documents, context_.documents), context_));
  }

  Side side_;
  const Expansion& expansion_;
  std::shared_ptr<double> cost_ = std::make_shared<double>(0);
  const PlanContext& context_;
  std::string_view language_;
  bool any_text_;  ///< something besides symbols is looked for in the text
  bool weighs_ = true;
};

bool asks_for_words(const Node& tree) {
  const std::vector<const Node*> leaves = positive_leaves(tree);
  return std::any_of(leaves.begin(), leaves.end(), [](const Node* leaf) {
    return is_text(*leaf) && !std::holds_alternative<SymbolNode>(leaf->value) &&
           !std::holds_alternative<SeriesNode>(leaf->value);
  });
}

void refuse_too_many_terms(const Query& query) {
  const auto count = std::distance(query.get_terms_begin(), query.get_terms_end());
  if (static_cast<std::size_t>(count) > kMaxQueryTerms)
    throw Error(ErrorKind::usage, "the query asks for more than 1,024 terms",
                "ask a shorter question");
}

}  // namespace

Query plan(const Node& tree, Side side, const Expansion& expansion) {
  Query query = Planner(side, expansion, language_of(tree), asks_for_words(tree)).of(tree);
  if (side == Side::documents) refuse_too_many_terms(query);
  return query;
}

Query plan_any(const Node& tree, const Expansion& expansion) {
  const std::string_view language = language_of(tree);
  const Planner planner(Side::paragraphs, expansion, language, false);
  std::vector<Query> parts;
  for (const Node* leaf : positive_leaves(tree))
    if (stands_in_paragraphs(*leaf) && !is_common(*leaf, language))
      parts.push_back(planner.of(*leaf));
  return any_of(std::move(parts));
}

Query plan_fields(const Node& tree, const Expansion& expansion) {
  const AndNode* all = std::get_if<AndNode>(&tree.value);
  if (!all) return match_all();
  const Planner planner(Side::paragraphs, expansion, language_of(tree), false);
  std::vector<Query> parts;
  for (const Node& part : all->parts) {
    const std::vector<const Node*> leaves = positive_leaves(part);
    if (!leaves.empty() &&
        std::none_of(leaves.begin(), leaves.end(), [](const Node* leaf) { return is_text(*leaf); }))
      parts.push_back(planner.of(part));
  }
  if (parts.empty()) return match_all();
  return Query(Query::OP_AND, parts.begin(), parts.end());
}

bool is_held(const Symbol& symbol, const Expansion& expansion) {
  bool held = false;
  for (const std::string& term : own_terms(symbol))
    held = expansion.census().holds(Side::documents, term) || held;
  return held;
}

}  // namespace undex::query
