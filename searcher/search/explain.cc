#include "searcher/search/explain.h"

#include <algorithm>
#include <set>
#include <utility>

#include "corpus/text.h"
#include "schemas/terms.h"
#include "searcher/query/wording.h"
#include "searcher/search/facets.h"
#include "searcher/search/wordings.h"

namespace undex::search {
namespace {

using query::PlanContext;
using query::Side;

constexpr std::size_t kValuesNamed = 5;
/// A query of a thousand words must not ask a thousand more questions.
constexpr std::size_t kLeavesCounted = 32;
constexpr std::size_t kNotesOnNothing = 5;

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string plural(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string in_field(const Field* field) {
  return field ? " in the " + to_lower(field->label) : std::string();
}

/// "year before 2005", "figure over 1000", "session from 57 on".
std::string range_in_words(const RangeNode& range) {
  const bool time = range.field->kind == FieldKind::year || range.field->kind == FieldKind::date;
  const std::string out = to_lower(range.field->label);
  if (range.from.empty())
    return out + (!range.below ? " up to " : time ? " before " : " under ") + range.to;
  if (range.to.empty() && range.above) return out + (time ? " after " : " over ") + range.from;
  if (range.to.empty()) return out + " from " + range.from + " on";
  return out + " " + range.from + " to " + range.to;
}

/// A leaf in words.
struct InWords {
  const PlanContext& databases;

  std::string operator()(const Words& words) const {
    const std::string kind = words.exact ? "exactly " : words.quoted ? "phrase " : "word ";
    return kind + quoted(words.text) + in_field(words.field);
  }
  std::string operator()(const ConceptNode& node) const {
    return "concept " + node.id + in_field(node.field);
  }
  std::string operator()(const SymbolNode& node) const {
    const bool held = query::is_held(node.symbol, databases);
    const std::string name = node.symbol.text();
    if (node.pinpoint && held) return name + ", " + node.pinpoint->citation();
    return "the document " + name + (held ? "" : " (not held)") + " and passages that cite it";
  }
  std::string operator()(const ValueNode& node) const {
    return to_lower(node.field->label) + " " + quoted(node.value);
  }
  std::string operator()(const RangeNode& node) const { return range_in_words(node); }
  std::string operator()(const WildcardNode& node) const {
    return "words like " + quoted(node.pattern) + in_field(node.field);
  }
  std::string operator()(const FuzzyNode& node) const {
    return "words within one letter of " + quoted(node.text) + in_field(node.field);
  }
  std::string operator()(const NearNode& node) const {
    return node.ordered ? "words in this order" : "words near each other";
  }
  std::string operator()(const ParagraphNode&) const { return "in one paragraph"; }
  std::string operator()(const LikeNode& node) const { return "what is like " + node.name; }
  std::string operator()(const SeriesNode& node) const { return "documents " + node.prefix; }
  std::string operator()(const NameNode& node) const { return "name " + quoted(node.text); }
  std::string operator()(const LabelNode& node) const { return "heading " + quoted(node.text); }
  std::string operator()(const SomeNode&) const { return {}; }
  std::string operator()(const AllNode&) const { return "every document"; }
  std::string operator()(const AndNode&) const { return {}; }
  std::string operator()(const OrNode&) const { return {}; }
  std::string operator()(const NotNode&) const { return {}; }
};

std::string in_words(const Node& leaf, const PlanContext& databases) {
  return std::visit(InWords{databases}, leaf.value);
}

/// Words that the plan passed over are named in a note instead.
bool is_passed_over(const Node& leaf, const std::vector<std::string>& common) {
  const Words* words = std::get_if<Words>(&leaf.value);
  return words && !words->quoted && !words->exact &&
         std::find(common.begin(), common.end(), words->text) != common.end();
}

std::vector<const Node*> asked_for(const Node& tree) {
  const std::vector<std::string> common = query::passed_over(tree);
  std::vector<const Node*> leaves = query::positive_leaves(tree);
  std::erase_if(leaves, [&](const Node* leaf) { return is_passed_over(*leaf, common); });
  return leaves;
}

Understood understood_leaf(const Node& leaf, const PlanContext& databases,
                           const Xapian::Query& fields, const CountParagraphs& count) {
  Understood out{.text = in_words(leaf, databases), .variants = {}};
  if (const ConceptNode* node = std::get_if<ConceptNode>(&leaf.value)) {
    if (const KnownConcept* known = find_concept(node->id))
      out.variants = wordings(*known, databases.paragraphs, fields);
  } else if (const Words* words = std::get_if<Words>(&leaf.value); words && !words->field) {
    out.variants.emplace_back(words->text, count(plan(leaf, Side::paragraphs, databases)));
  }
  return out;
}

bool asks_a_question(const Node& tree) {
  if (const AndNode* all = std::get_if<AndNode>(&tree.value))
    return std::any_of(all->parts.begin(), all->parts.end(), asks_a_question);
  return std::holds_alternative<SomeNode>(tree.value);
}

void collect_unwanted(const Node& node, std::vector<const Node*>& out) {
  if (const NotNode* negated = std::get_if<NotNode>(&node.value))
    for (const Node* leaf : query::positive_leaves(negated->part.front())) out.push_back(leaf);
  if (const AndNode* all = std::get_if<AndNode>(&node.value))
    for (const Node& part : all->parts) collect_unwanted(part, out);
  if (const OrNode* any = std::get_if<OrNode>(&node.value))
    for (const Node& part : any->parts) collect_unwanted(part, out);
}

Xapian::Query any_term(const std::vector<std::string>& terms) {
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

std::size_t count_in(const Xapian::Database& db, const Xapian::Query& query) {
  if (query.empty()) return 0;
  Xapian::Enquire enquire(db);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  return enquire.get_mset(0, 1, db.get_doccount()).get_matches_estimated();
}

/// "; there are: General Assembly, Security Council".
std::string values_of(const Field& field, const Columns& columns) {
  if (!field.facet) return {};
  std::string out;
  for (const std::string& label : labels_held(field, columns, kValuesNamed))
    out += (out.empty() ? "; there are: " : ", ") + label;
  return out;
}

std::string nothing_for(const Node& leaf, const Index& index) {
  const PlanContext& databases = index.databases;
  if (const ValueNode* node = std::get_if<ValueNode>(&leaf.value))
    return "no document has " + in_words(leaf, databases) + values_of(*node->field, index.columns);
  if (const RangeNode* node = std::get_if<RangeNode>(&leaf.value))
    return "no document held has " + range_in_words(*node);
  if (const SymbolNode* node = std::get_if<SymbolNode>(&leaf.value))
    return node->pinpoint && query::is_held(node->symbol, databases)
               ? node->symbol.text() + " has no " + node->pinpoint->citation()
               : "no document held is or cites " + node->symbol.text();
  return "no document holds " + in_words(leaf, databases);
}

}  // namespace

std::vector<Understood> understood(const Node& tree, const PlanContext& databases,
                                   const Xapian::Query& fields, const CountParagraphs& count) {
  std::vector<Understood> out;
  if (asks_a_question(tree))
    out.push_back({.text = "a question: any of its words, best first (--match all asks for all)",
                   .variants = {}});
  std::set<std::string> said;
  for (const Node* leaf : asked_for(tree)) {
    if (!said.insert(in_words(*leaf, databases)).second) continue;
    if (out.size() < kLeavesCounted)
      out.push_back(understood_leaf(*leaf, databases, fields, count));
    else
      out.push_back({.text = in_words(*leaf, databases), .variants = {}});
  }
  std::vector<const Node*> unwanted;
  collect_unwanted(tree, unwanted);
  for (const Node* leaf : unwanted)
    out.push_back({.text = "without " + in_words(*leaf, databases), .variants = {}});
  return out;
}

std::vector<std::string> notes_on(const Node& tree, const PlanContext& databases) {
  std::vector<std::string> notes;
  std::string common;
  for (const std::string& word : query::passed_over(tree))
    common += (common.empty() ? "" : ", ") + word;
  if (!common.empty())
    notes.push_back("common words passed over: " + common + " (=word asks for one all the same)");
  for (const Node* leaf : query::positive_leaves(tree)) {
    const SymbolNode* node = std::get_if<SymbolNode>(&leaf->value);
    if (!node || query::is_held(node->symbol, databases)) continue;
    const Xapian::Query citing = any_term(query::citing_terms(node->symbol));
    const std::size_t paragraphs = count_in(databases.paragraphs, citing);
    if (paragraphs == 0) continue;  // said where nothing is found
    notes.push_back("the document " + node->symbol.text() + " is not held; " +
                    plural(paragraphs, "paragraph") + " in " +
                    plural(count_in(databases.documents, citing), "document") +
                    (paragraphs == 1 ? " cites it" : " cite it"));
  }
  return notes;
}

std::vector<std::string> notes_on_nothing(const Node& tree, const Index& index) {
  const PlanContext& databases = index.databases;
  std::vector<std::string> notes;
  std::string found;
  std::vector<const Node*> leaves = asked_for(tree);
  leaves.resize(std::min(leaves.size(), kLeavesCounted));
  for (const Node* leaf : leaves) {
    const SymbolNode* symbol = std::get_if<SymbolNode>(&leaf->value);
    const Side counted = symbol && symbol->pinpoint ? Side::paragraphs : Side::documents;
    const std::size_t count =
        count_in(counted == Side::documents ? databases.documents : databases.paragraphs,
                 plan(*leaf, counted, databases));
    if (count == 0 && notes.size() < kNotesOnNothing)
      notes.push_back(nothing_for(*leaf, index));
    else if (count > 0)
      found += (found.empty() ? "" : ", ") + in_words(*leaf, databases) + " " +
               plural(count, counted == Side::documents ? "document" : "paragraph");
  }
  if (notes.empty() && !found.empty())
    notes.push_back("each part is found by itself, but not together: " + found);
  return notes;
}

}  // namespace undex::search
