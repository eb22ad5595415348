#include "searcher/query/plan.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <set>
#include <utility>

#include "corpus/language.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/query/docids.h"
#include "searcher/query/wording.h"
#include "undex/error.h"

namespace undex::query {
namespace {

using Xapian::Query;

/// A document asked for by its own symbol stands above all that cite it.
constexpr double kOwnSymbolWeight = 1000;
/// Positions looked at for phrases: a few seconds of work.
constexpr double kMaxPhraseCost = 10e6;
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;
/// Above every byte of an ISO date: "2003-05" to the last day of May.
constexpr char kAfterDates = '~';

Query any_of(std::vector<Query> parts, Query::op op = Query::OP_OR) {
  if (parts.empty()) return Query::MatchNothing;
  if (parts.size() == 1) return parts.front();
  return Query(op, parts.begin(), parts.end());
}

Query without_weight(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

bool holds_any(const Xapian::Database& db, const Query& query) {
  Xapian::Enquire enquire(db);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  return !enquire.get_mset(0, 1).empty();
}

const Field& symbol_field() { return *find_field("symbol"); }

std::vector<Query> own_terms(const Symbol& symbol) {
  std::vector<Query> terms;
  for (const std::string& part : symbol.parts) terms.emplace_back(field_term(symbol_field(), part));
  return terms;
}

/// A word inside a phrase may be a compound of two parts in the text, which has a position for each
/// (index_form.h): "each email account" is also each, email, email, account.
std::vector<std::vector<std::string>> with_compounds(const std::vector<std::string>& phrase) {
  constexpr std::size_t kMostWords = 6;
  constexpr std::size_t kMostForms = 8;
  constexpr std::size_t kShortestCompound = 5;
  if (phrase.size() < 3 || phrase.size() > kMostWords) return {phrase};
  std::vector<std::vector<std::string>> forms = {{}};
  for (std::size_t at = 0; at < phrase.size(); ++at) {
    const std::string& word = phrase[at];
    for (std::vector<std::string>& form : forms) form.push_back(word);
    if (at == 0 || at + 1 == phrase.size() || word.size() < kShortestCompound ||
        is_stop_word(word, {}))
      continue;
    for (std::size_t old = forms.size(); old-- > 0 && forms.size() < kMostForms;) {
      forms.push_back(forms[old]);
      forms.back().push_back(word);
    }
  }
  return forms;
}

[[noreturn]] void not_offered(const std::string& what) {
  throw Error(ErrorKind::usage, what + " is not offered yet", "ask in words");
}

class Planner {
 public:
  /// The language is that of the whole question.
  Planner(Side side, const Expansion& expansion, std::string_view language, bool any_text)
      : side_(side),
        expansion_(expansion),
        context_(expansion.context()),
        language_(language),
        any_text_(any_text) {}

  Query make(const AllNode&, const Node&) const { return Query::MatchAll; }

  Query make(const Words& words, const Node&) const {
    return wording(wording_of(words), words.field);
  }

  Query make(const ConceptNode& node, const Node&) const {
    return wording(wording_of(node), node.field);
  }

  Query make(const SymbolNode& node, const Node&) const {
    const Query citing = wording(wording_of(node), nullptr);
    const Query own = any_of(own_terms(node.symbol));
    if (node.pinpoint && is_held(node.symbol, context_)) {
      const Query there(Query::OP_FILTER, places(*node.pinpoint), own);
      if (side_ == Side::paragraphs) return there;
      return holds_any(context_.paragraphs, there)
                 ? own
                 : Query::MatchNothing;  // a wrong pinpoint finds nothing
    }
    if (side_ == Side::paragraphs)
      return any_text_ ? Query(Query::OP_OR, citing, without_weight(own)) : citing;
    const Query first(Query::OP_AND, own,
                      Query((new Xapian::FixedWeightPostingSource(kOwnSymbolWeight))->release()));
    return Query(Query::OP_OR, first, citing);
  }

  Query make(const ValueNode& node, const Node& leaf) const {
    if (side_ == Side::paragraphs && is_citing(*node.field)) return citing(node.value);
    if (node.field->kind == FieldKind::date)
      return make(RangeNode{node.field, node.value, node.value}, leaf);
    return without_weight(Query(field_term(*node.field, node.value)));
  }

  Query make(const RangeNode& node, const Node&) const {
    if (node.field->kind == FieldKind::year) return years(node);
    const bool number = node.field->kind == FieldKind::number;
    const auto bound = [&](const std::string& text) {
      double value = 0;
      std::from_chars(text.data(), text.data() + text.size(), value);
      return number ? Xapian::sortable_serialise(value) : text;
    };
    const std::uint32_t slot = node.field->slot;
    if (node.to.empty()) return without_weight(Query(Query::OP_VALUE_GE, slot, bound(node.from)));
    const std::string to = number ? bound(node.to) : node.to + kAfterDates;
    // No value at all sorts first: "!" is above it and below every date.
    const std::string from = !node.from.empty() ? bound(node.from) : number ? "" : "!";
    if (from.empty()) return without_weight(Query(Query::OP_VALUE_LE, slot, to));
    return without_weight(Query(Query::OP_VALUE_RANGE, slot, from, to));
  }

  Query make(const WildcardNode& node, const Node& leaf) const {
    return expanded(leaf, node.field);
  }
  Query make(const FuzzyNode& node, const Node& leaf) const { return expanded(leaf, node.field); }
  Query make(const NearNode&, const Node&) const { not_offered("NEAR"); }
  Query make(const ParagraphNode&, const Node&) const { not_offered("para()"); }
  Query make(const LikeNode&, const Node&) const { not_offered("like:"); }
  Query make(const SeriesNode&, const Node&) const { not_offered("a series of symbols"); }
  Query make(const NameNode&, const Node&) const { not_offered("a name"); }
  Query make(const LabelNode&, const Node&) const { not_offered("a heading"); }
  Query make(const SomeNode& node, const Node&) const {
    std::vector<Query> parts;
    std::set<std::string> seen;  // said twice, asked once
    const bool drop = !common_words(node.parts, language_).empty();
    for (const Node& part : node.parts)
      if (!(drop && is_common(part, language_)) && seen.insert(dump(part)).second)
        parts.push_back(of(part));
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
        unwanted.push_back(of(negated->part.front()));
      else if (!drop || !is_common(part, language_))
        wanted.push_back(of(part));
    }
    const Query all =
        wanted.empty() ? Query::MatchAll : Query(Query::OP_AND, wanted.begin(), wanted.end());
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
    return Query(Query::OP_AND_NOT, Query::MatchAll, of(node.part.front()));
  }

  Query of(const Node& node) const {
    return std::visit([&](const auto& value) { return make(value, node); }, node.value);
  }

 private:
  static Query citing(const std::string& normal_form) {
    std::vector<Query> terms;
    for (const std::string& term : citing_terms(symbol_from_normal_form(normal_form)))
      terms.emplace_back(term);
    return any_of(std::move(terms));
  }

  /// What a wildcard or a fuzzy word stands for, as one word.
  Query expanded(const Node& leaf, const Field* field) const {
    const bool is_value = field && field->kind != FieldKind::text;
    std::vector<std::string> terms;
    for (const CountedTerm& term : expansion_.of(leaf)) terms.push_back(term.term);
    if (is_value) return without_weight(one_word(std::move(terms)));
    if (field && side_ == Side::paragraphs) return in_documents(one_word(std::move(terms)));
    return one_word(field ? std::move(terms) : with_titles(std::move(terms)));
  }

  /// Any of the terms, as if they were one. Those that the database lacks cost time for nothing.
  Query one_word(std::vector<std::string> terms) const {
    const Xapian::Database& db =
        side_ == Side::documents ? context_.documents : context_.paragraphs;
    std::vector<Query> held;
    for (const std::string& term : terms)
      if (db.term_exists(term)) held.emplace_back(term);
    if (held.empty() && !terms.empty()) return Query(terms.front());
    return any_of(std::move(held), Query::OP_SYNONYM);
  }

  /// A title is weighed with its document: its words count twice there (PERFORMANCE: title twice).
  std::vector<std::string> with_titles(std::vector<std::string> terms) const {
    if (side_ == Side::paragraphs) return terms;
    for (std::size_t at = 0, count = terms.size(); at < count; ++at)
      terms.push_back(std::string(kTitlePrefix) + terms[at]);
    return terms;
  }

  Query wording(const Wording& wording, const Field* field) const {
    if (field && side_ == Side::paragraphs)
      return in_documents(
          Planner(Side::documents, expansion_, language_, any_text_).wording(wording, field));
    const std::string prefix = field ? std::string(field->prefix) : std::string();
    std::vector<std::string> terms;
    for (const std::string& term : wording.terms) terms.push_back(prefix + term);
    std::vector<Query> parts;
    if (!terms.empty())
      parts.push_back(one_word(field ? std::move(terms) : with_titles(std::move(terms))));
    for (const std::vector<std::string>& typed : wording.phrases)
      for (const std::vector<std::string>& phrase : with_compounds(typed)) {
        add_cost(phrase);
        std::vector<std::string> words;
        for (const std::string& word : phrase) words.push_back(prefix + word);
        parts.emplace_back(Query::OP_PHRASE, words.begin(), words.end(), words.size());
      }
    return any_of(std::move(parts), Query::OP_MAX);
  }

  /// Xapian looks at the positions of all words in every paragraph that holds them all.
  void add_cost(const std::vector<std::string>& phrase) const {
    Xapian::doccount rarest = context_.paragraphs.get_doccount();
    for (const std::string& word : phrase)
      rarest = std::min(rarest, context_.paragraphs.get_termfreq(word));
    *cost_ += static_cast<double>(rarest) * static_cast<double>(phrase.size());
    if (*cost_ > kMaxPhraseCost)
      throw Error(ErrorKind::usage, "the phrases of this query are too common and too many",
                  "ask for fewer phrases, or for rarer words");
  }

  /// Fields of words belong to documents: all paragraphs of the documents found.
  Query in_documents(const Query& documents) const {
    return any_of_docids(paragraphs_of(found_by(documents, context_.documents), context_));
  }

  /// The place itself and what lies in it: 18 takes 18 (a).
  Query places(const Locator& locator) const {
    std::vector<Query> terms;
    const std::string prefix = std::string(kLocatorPrefix) + locator.text();
    for (auto it = context_.paragraphs.allterms_begin(prefix);
         it != context_.paragraphs.allterms_end(prefix) && terms.size() < kMaxQueryTerms; ++it) {
      const std::optional<Locator> found =
          parse_locator(std::string_view(*it).substr(kLocatorPrefix.size()));
      if (found && locator.contains(*found)) terms.emplace_back(*it);
    }
    return any_of(std::move(terms));
  }

  /// A doubtful year has two values, the slot only one: years are found by their terms.
  Query years(const RangeNode& node) const {
    const int from = node.from.empty() ? kFirstYear : std::stoi(node.from);
    const int to = node.to.empty() ? kLastYear : std::stoi(node.to);
    std::vector<Query> terms;
    for (int year = from; year <= to; ++year) {
      const std::string term = field_term(*node.field, std::to_string(year));
      if (context_.documents.term_exists(term)) terms.emplace_back(term);
    }
    return without_weight(any_of(std::move(terms)));
  }

  Side side_;
  const Expansion& expansion_;
  std::shared_ptr<double> cost_ = std::make_shared<double>(0);
  const PlanContext& context_;
  std::string_view language_;
  bool any_text_;  ///< something besides symbols is looked for in the text
};

bool asks_for_words(const Node& tree) {
  const std::vector<const Node*> leaves = positive_leaves(tree);
  return std::any_of(leaves.begin(), leaves.end(), [](const Node* leaf) {
    return is_text(*leaf) && !std::holds_alternative<SymbolNode>(leaf->value);
  });
}

/// Title terms only repeat the others.
void refuse_too_many_terms(const Query& query) {
  std::size_t count = 0;
  for (auto it = query.get_terms_begin(); it != query.get_terms_end(); ++it)
    if (!(*it).starts_with(kTitlePrefix)) ++count;
  if (count > kMaxQueryTerms)
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
    if (is_text(*leaf) && !is_common(*leaf, language)) parts.push_back(planner.of(*leaf));
  return any_of(std::move(parts));
}

Query plan_fields(const Node& tree, const Expansion& expansion) {
  const AndNode* all = std::get_if<AndNode>(&tree.value);
  if (!all) return Query::MatchAll;
  const Planner planner(Side::paragraphs, expansion, language_of(tree), false);
  std::vector<Query> parts;
  for (const Node& part : all->parts) {
    const std::vector<const Node*> leaves = positive_leaves(part);
    if (!leaves.empty() &&
        std::none_of(leaves.begin(), leaves.end(), [](const Node* leaf) { return is_text(*leaf); }))
      parts.push_back(planner.of(part));
  }
  if (parts.empty()) return Query::MatchAll;
  return Query(Query::OP_AND, parts.begin(), parts.end());
}

bool is_held(const Symbol& symbol, const PlanContext& context) {
  return std::any_of(symbol.parts.begin(), symbol.parts.end(), [&](const std::string& part) {
    return context.documents.term_exists(field_term(symbol_field(), part));
  });
}

}  // namespace undex::query
